internal import CDeflate

/// Opens zlib streams with libdeflate.
package enum Inflater {
  /// The bytes of a zlib stream and how many bytes of the input it takes.
  ///
  /// - Parameters:
  ///   - stream: bytes that begin with a zlib stream.
  ///   - count: how many bytes it must hold, neither more nor fewer.
  /// - Returns: nil where the stream is damaged or holds another number of bytes, or where memory
  ///   runs out.
  package static func open(_ stream: [UInt8], holding count: Int) -> (bytes: [UInt8], taken: Int)? {
    guard let handle = unsafe libdeflate_alloc_decompressor() else { return nil }
    defer { unsafe libdeflate_free_decompressor(handle) }
    var bytes = [UInt8](repeating: 0, count: count)
    var taken = 0
    let result = unsafe bytes.withUnsafeMutableBytes { out in
      unsafe stream.withUnsafeBytes { source in
        unsafe libdeflate_zlib_decompress_ex(
          handle,
          source.baseAddress,
          source.count,
          out.baseAddress,
          out.count,
          &taken,
          nil
        )
      }
    }
    return result == LIBDEFLATE_SUCCESS ? (bytes, taken) : nil
  }

  /// The CRC-32 of bytes, as zip and PNG have it.
  package static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
