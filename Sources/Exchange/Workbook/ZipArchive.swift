internal import CZip
internal import Glibc

/// Why a zip container could not be read.
enum ZipFailure: Error, Hashable {
  /// The container is broken or cut off; the words are libzip's.
  case broken(String)
  /// The container is larger than the limits; in Chinese.
  case suspicious(String)
}

/// A zip container in memory.
@safe final class ZipArchive {
  private let archive: OpaquePointer
  /// What the container may hold.
  let limits: ReadingLimits
  private var inflated = 0

  /// Opens a container; the bytes are copied for the library.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ZipFailure) {
    self.limits = limits
    guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .broken("内存不足") }
    unsafe bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress {
        unsafe copy.copyMemory(from: start, byteCount: buffer.count)
      }
    }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // The library frees the copy together with the source.
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw .broken(unsafe String(cString: zip_error_strerror(&error)))
    }
    guard let archive = unsafe zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      unsafe zip_source_free(source)
      throw .broken(unsafe String(cString: zip_error_strerror(&error)))
    }
    unsafe self.archive = archive
    let entries = unsafe zip_get_num_entries(archive, 0)
    guard entries <= limits.archiveEntries else {
      throw .suspicious("含有 \(entries) 个文件，超过 \(limits.archiveEntries) 个")
    }
  }

  deinit {
    unsafe zip_discard(archive)
  }

  /// Whether the container has a part of this name, letter case aside.
  func has(_ name: String) -> Bool {
    index(of: name) != nil
  }

  /// The number of a part, letter case aside; some writers separate folders by `\\`.
  private func index(of name: String) -> UInt64? {
    let turned = String(name.map { $0 == "/" ? "\\" : $0 })
    for name in [name, turned] {
      let index = unsafe zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
      if index >= 0 { return UInt64(index) }
    }
    return nil
  }

  /// Inflates a part piece by piece; false where there is no such part.
  func read(_ name: String, body: (ArraySlice<UInt8>) throws -> Void) throws -> Bool {
    guard let index = index(of: name) else { return false }
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_stat_index(archive, index, 0, &status) == 0 else {
      throw ZipFailure.broken(unsafe String(cString: zip_strerror(archive)))
    }
    let compressed = Int(clamping: unsafe status.comp_size)
    guard let part = unsafe zip_fopen_index(archive, index, 0) else {
      throw ZipFailure.broken(unsafe String(cString: zip_strerror(archive)))
    }
    defer { unsafe zip_fclose(part) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var size = 0
    while true {
      let got = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe zip_fread(part, buffer.baseAddress, UInt64(buffer.count))
      }
      guard got >= 0 else {
        throw ZipFailure.broken(unsafe String(cString: zip_file_strerror(part)))
      }
      if got == 0 { return true }
      size += Int(got)
      inflated += Int(got)
      try check(size, compressed: compressed, name: name)
      try body(piece[..<Int(got)])
    }
  }

  private func check(_ size: Int, compressed: Int, name: String) throws(ZipFailure) {
    if inflated > limits.inflatedSize {
      throw .suspicious("解压后超过 \(limits.inflatedSize >> 20) MB")
    }
    if size > limits.ratioFloor, size / max(1, compressed) > limits.inflationRatio {
      throw .suspicious("“\(name)”的压缩比超过 \(limits.inflationRatio) 倍")
    }
  }
}
