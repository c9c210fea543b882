internal import CZip
internal import Glibc

/// Replaces parts of a zip container in memory; all others stay as they are, compressed as before.
enum ZipRewriter {
  /// The container with other bytes for some of its parts.
  ///
  /// - Parameters:
  ///   - parts: the new bytes by the names of parts.
  ///   - container: a container that `ZipArchive` has read.
  /// - Returns: the bytes of the new container; the same bytes for the same input.
  /// - Throws: `ZipFailure.broken` where libzip refuses.
  static func replace(
    _ parts: [(name: String, bytes: [UInt8])],
    in container: [UInt8]
  ) throws(ZipFailure) -> [UInt8] {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    let source = unsafe try buffer(container, &error)
    // The archive takes one reference, the other is for reading the result.
    unsafe zip_source_keep(source)
    defer { unsafe zip_source_free(source) }
    guard let archive = unsafe zip_open_from_source(source, 0, &error) else {
      unsafe zip_source_free(source)
      throw .broken(unsafe String(cString: zip_error_strerror(&error)))
    }
    do {
      for part in parts { unsafe try replace(part.name, by: part.bytes, in: archive, &error) }
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    guard unsafe zip_close(archive) == 0 else {
      let reason = unsafe String(cString: zip_strerror(archive))
      unsafe zip_discard(archive)
      throw .broken(reason)
    }
    return unsafe try contents(of: source)
  }

  /// A source over a copy of bytes, which the library frees with it.
  private static func buffer(
    _ bytes: [UInt8],
    _ error: inout zip_error_t
  ) throws(ZipFailure) -> OpaquePointer {
    guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .broken("内存不足") }
    unsafe bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress {
        unsafe copy.copyMemory(from: start, byteCount: buffer.count)
      }
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw .broken(unsafe String(cString: zip_error_strerror(&error)))
    }
    return unsafe source
  }

  private static func replace(
    _ name: String,
    by bytes: [UInt8],
    in archive: OpaquePointer,
    _ error: inout zip_error_t
  ) throws(ZipFailure) {
    let index = unsafe zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
    guard index >= 0 else { throw .broken("缺少“\(name)”") }
    let source = unsafe try buffer(bytes, &error)
    guard unsafe zip_file_replace(archive, UInt64(index), source, 0) == 0 else {
      unsafe zip_source_free(source)
      throw .broken(unsafe String(cString: zip_strerror(archive)))
    }
    // The clock stays out of the file: 1980-01-01, the first day that a container can name.
    unsafe zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
  }

  private static func contents(of source: OpaquePointer) throws(ZipFailure) -> [UInt8] {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_source_stat(source, &status) == 0, unsafe zip_source_open(source) == 0 else {
      throw .broken("无法读出新的压缩包")
    }
    defer { unsafe zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(clamping: unsafe status.size))
    var filled = 0
    while filled < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe zip_source_read(
          source,
          buffer.baseAddress?.advanced(by: filled),
          UInt64(buffer.count - filled)
        )
      }
      guard got > 0 else { throw .broken("无法读出新的压缩包") }
      filled += Int(got)
    }
    return bytes
  }
}
