internal import CHaru

/// What a hand-written object holds, produced only while the file is written.
///
/// libharu keeps one retained reference for each dictionary that points here and gives it back in
/// the dictionary's free hook.
@safe final class ObjectSource {
  /// Appends the dictionary's entries; gets the object's number.
  let entries: (UInt32, inout [UInt8]) -> Void
  /// The bytes of the stream, encoded as the entries say; nil for plain dictionaries.
  let stream: [UInt8]?
  /// The output while the dictionary is written: libharu's last hook is not told.
  fileprivate var output: HPDF_Stream?

  init(stream: [UInt8]? = nil, entries: @escaping (UInt32, inout [UInt8]) -> Void) {
    self.stream = stream
    self.entries = entries
  }

  /// A compressed stream with further entries.
  convenience init(deflated: [UInt8], entries: String = "") {
    let text = "/Length \(deflated.count)/Filter/FlateDecode\(entries)\n"
    self.init(stream: deflated) { _, bytes in bytes.append(contentsOf: text.utf8) }
  }

  /// Makes a dictionary of libharu's write what this source says, after its own entries.
  func attach(to dictionary: HPDF_Dict) {
    unsafe dictionary.pointee.attr = Unmanaged.passRetained(self).toOpaque()
    unsafe dictionary.pointee.write_fn = writeEntries
    unsafe dictionary.pointee.free_fn = releaseSource
    if stream != nil { unsafe dictionary.pointee.after_write_fn = writeStream }
  }
}

/// The number under which other objects refer to a dictionary.
func objectNumber(_ dictionary: HPDF_Dict) -> UInt32 {
  unsafe dictionary.pointee.header.obj_id & 0x00FF_FFFF
}

private func source(of dictionary: HPDF_Dict?) -> ObjectSource? {
  guard let context = unsafe dictionary?.pointee.attr else { return nil }
  return unsafe Unmanaged<ObjectSource>.fromOpaque(context).takeUnretainedValue()
}

private func write(_ bytes: [UInt8], to stream: HPDF_Stream?) -> HPDF_STATUS {
  unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe HPDF_Stream_Write(stream, buffer.baseAddress, HPDF_UINT(buffer.count))
  }
}

private func writeEntries(_ dictionary: HPDF_Dict?, _ stream: HPDF_Stream?) -> HPDF_STATUS {
  guard let dictionary = unsafe dictionary, let source = unsafe source(of: dictionary) else {
    return HPDF_STATUS(HPDF_INVALID_OBJECT)
  }
  unsafe source.output = stream
  var bytes: [UInt8] = []
  source.entries(unsafe objectNumber(dictionary), &bytes)
  return unsafe write(bytes, to: stream)
}

private func writeStream(_ dictionary: HPDF_Dict?) -> HPDF_STATUS {
  guard let source = unsafe source(of: dictionary), let body = source.stream,
    let output = unsafe source.output
  else { return HPDF_STATUS(HPDF_INVALID_OBJECT) }
  for bytes in [Array("\nstream\n".utf8), body, Array("\nendstream".utf8)] {
    let status = unsafe write(bytes, to: output)
    if status != HPDF_STATUS(HPDF_OK) { return status }
  }
  return HPDF_STATUS(HPDF_OK)
}

private func releaseSource(_ dictionary: HPDF_Dict?) {
  guard let dictionary = unsafe dictionary, let context = unsafe dictionary.pointee.attr else {
    return
  }
  unsafe Unmanaged<ObjectSource>.fromOpaque(context).release()
  unsafe dictionary.pointee.attr = nil
}
