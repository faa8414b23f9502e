import { describe, expect, it } from 'vitest'
import { clientAddress, networkOf } from './client-address.ts'

describe('the address of whoever asks', () => {
  it.each([
    ['no proxy is trusted and the header is the client’s own word', '192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
    ['one proxy is trusted', '10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
    [
      'the client writes places of its own to the left',
      '10.0.0.1',
      '127.0.0.1, 8.8.8.8, 203.0.113.9',
      1,
      '203.0.113.9',
    ],
    ['two proxies are trusted', '10.0.0.1', '8.8.8.8, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['fewer places than proxies have come', '192.0.2.1', '203.0.113.9', 2, '192.0.2.1'],
    ['no header has come', '192.0.2.1', undefined, 1, '192.0.2.1'],
    ['what stands there is no address', '192.0.2.1', 'unknown', 1, '192.0.2.1'],
    ['the proxy writes the port too', '10.0.0.1', '203.0.113.9:4711', 1, '203.0.113.9'],
    ['the proxy writes an IPv6 address with its port', '10.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['the socket takes both kinds of address', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  ])('when %s', (_when, connection, forwarded, proxies, expected) => {
    expect(clientAddress(connection, forwarded, proxies)).toBe(expected)
  })
})

describe('what limits count by', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
