internal import CHaru

/// Where the bytes of a file go: gathered to large chunks, then handed on.
///
/// libharu calls back from C, so an error of the receiver is kept here and thrown afterwards.
final class HaruSink {
  private let receive: (RawSpan) throws -> Void
  private var chunk: [UInt8] = []
  private var total = 0
  private(set) var failure: (any Error)?

  private static let chunkSize = 1 << 16

  init(_ receive: @escaping (RawSpan) throws -> Void) {
    self.receive = receive
    chunk.reserveCapacity(HaruSink.chunkSize)
  }

  /// Takes bytes; false once something failed.
  func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    total += bytes.count
    // libharu counts offsets in 32 bits and would wrap around without a word.
    if total > Int(UInt32.max), failure == nil { failure = HaruError.tooLarge }
    guard failure == nil else { return false }
    if chunk.count + bytes.count > HaruSink.chunkSize { flush() }
    if bytes.count >= HaruSink.chunkSize {
      unsafe pass(bytes)
    } else {
      // As a buffer of bytes it is copied at once, as a raw one byte by byte.
      unsafe chunk.append(contentsOf: bytes.bindMemory(to: UInt8.self))
    }
    return failure == nil
  }

  /// Hands on what is left.
  func finish() throws {
    flush()
    if let failure { throw failure }
  }

  private func flush() {
    guard !chunk.isEmpty else { return }
    unsafe chunk.withUnsafeBytes { unsafe pass($0) }
    chunk.removeAll(keepingCapacity: true)
  }

  private func pass(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do { try receive(unsafe bytes.bytes) } catch { failure = error }
  }
}

/// libharu's write callback: `attr` is an unretained `HaruSink`.
func takeStreamBytes(
  _ stream: HPDF_Stream?,
  _ bytes: UnsafePointer<HPDF_BYTE>?,
  _ count: HPDF_UINT
) -> HPDF_STATUS {
  guard let stream = unsafe stream, let context = unsafe stream.pointee.attr else {
    return HPDF_STATUS(HPDF_INVALID_STREAM)
  }
  let sink = unsafe Unmanaged<HaruSink>.fromOpaque(context).takeUnretainedValue()
  let taken = unsafe sink.take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  return taken ? HPDF_STATUS(HPDF_OK) : HPDF_STATUS(HPDF_FILE_IO_ERROR)
}
