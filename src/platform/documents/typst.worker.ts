import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { withPdfUa } from './pdf-ua.ts'
import type { TypesetAnswer, TypesetJob } from './typst.ts'

/** The typesetter's thread: one compiler, one document at a time. */
const { fonts } = workerData as { readonly fonts: readonly Uint8Array[] }
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })

parentPort?.on('message', (job: TypesetJob) => {
  parentPort?.postMessage(answerTo(job))
})

function answerTo(job: TypesetJob): TypesetAnswer {
  try {
    return { id: job.id, pdf: typeset(job) }
  } catch (fault) {
    return { id: job.id, fault: fault instanceof Error ? fault.message : String(fault) }
  } finally {
    // The cache is never needed again, as every document is new; kept, it grows to hundreds of megabytes.
    compiler.evictCache(0)
  }
}

/** Where a template finds `logo.png`: nothing is ever written there. */
const logoAt = join(process.cwd(), 'logo.png')

function typeset(job: TypesetJob): Uint8Array {
  if (job.logo) compiler.mapShadow(logoAt, Buffer.from(job.logo))
  else compiler.unmapShadow(logoAt)
  const compiled = compiler.compile({ mainFileContent: job.source, inputs: { ...job.inputs } })
  if (compiled.hasError() || !compiled.result) {
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'))
  }
  const document = compiled.result
  // One standard at a time: PDF/UA-1 is the gate and its file is dropped; the PDF/A is kept, and marked with both.
  compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: job.creationTimestamp })
  return withPdfUa(compiler.pdf(document, { pdfStandard: job.standard, creationTimestamp: job.creationTimestamp }))
}
