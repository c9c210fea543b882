internal import CDeflate

/// Makes zlib streams with libdeflate.
///
/// Owned by one task at a time; its memory is reused.
@safe package final class Compressor {
  private let handle: OpaquePointer
  private var scratch: [UInt8] = []

  /// A compressor of a level from 1 (fast) to 12 (small).
  ///
  /// Nil only where memory runs out.
  package init?(level: Int) {
    guard let handle = unsafe libdeflate_alloc_compressor(Int32(clamping: min(max(level, 1), 12)))
    else { return nil }
    unsafe self.handle = handle
  }

  deinit {
    unsafe libdeflate_free_compressor(handle)
  }

  /// The zlib stream of bytes.
  package func zlib(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let bound = unsafe libdeflate_zlib_compress_bound(handle, bytes.count)
    if scratch.count < bound { scratch = [UInt8](repeating: 0, count: bound + bound / 2) }
    let written = unsafe scratch.withUnsafeMutableBytes { out in
      unsafe libdeflate_zlib_compress(
        handle,
        bytes.baseAddress,
        bytes.count,
        out.baseAddress,
        out.count
      )
    }
    return Array(scratch[..<written])
  }

  /// The zlib stream of bytes.
  package func zlib(_ bytes: [UInt8]) -> [UInt8] {
    unsafe bytes.withUnsafeBytes { unsafe zlib($0) }
  }

  /// The version of libdeflate that this program was built with; the library cannot say its own.
  package static var version: String { LIBDEFLATE_VERSION_STRING }
}
