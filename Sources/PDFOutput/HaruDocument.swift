internal import CHaru

/// Owns a libharu document: its objects, page tree, outline and cross-reference table.
///
/// libharu reports some failures to a callback, some only as a status; both are looked at. After
/// the first failure the document is dead and is thrown away.
@safe final class HaruDocument {
  /// An object of the document.
  @safe struct Object {
    fileprivate let dictionary: HPDF_Dict
    /// The number by which `n 0 R` refers to it.
    let number: UInt32

    fileprivate init(_ dictionary: HPDF_Dict) {
      unsafe self.dictionary = dictionary
      unsafe number = objectNumber(dictionary)
    }
  }

  /// An entry of the outline.
  @safe struct OutlineItem {
    fileprivate let outline: HPDF_Outline
  }

  private let handle: HPDF_Doc
  private let faults = HaruFaults()

  init() throws(HaruError) {
    let context = unsafe Unmanaged.passUnretained(faults).toOpaque()
    guard let handle = unsafe HPDF_New(recordFault, context) else {
      throw faults.error(during: "建立文档", status: 0)
    }
    unsafe self.handle = handle
  }

  deinit {
    unsafe HPDF_Free(handle)
  }

  /// Adds an object that is written by hand.
  func add(_ source: ObjectSource) throws(HaruError) -> Object {
    try add(source, subclass: 0)
  }

  /// Adds a page.
  ///
  /// It must be put into a node of the page tree with `append`.
  func addPage(_ source: ObjectSource) throws(HaruError) -> Object {
    // Without its class libharu would not count it.
    try add(source, subclass: HPDF_UINT16(HPDF_OSUBCLASS_PAGE))
  }

  private func add(_ source: ObjectSource, subclass: HPDF_UINT16) throws(HaruError) -> Object {
    guard let dictionary = unsafe HPDF_Dict_New(handle.pointee.mmgr) else {
      throw faults.error(during: "建立对象", status: 0)
    }
    unsafe dictionary.pointee.header.obj_class |= subclass
    unsafe source.attach(to: dictionary)
    try check("登记对象", unsafe HPDF_Xref_Add(handle.pointee.xref, dictionary))
    return unsafe Object(dictionary)
  }

  /// The root of the page tree.
  var pageRoot: Object { unsafe Object(handle.pointee.root_pages) }

  /// Adds a node below a node of the page tree.
  func addPageNode(below parent: Object) throws(HaruError) -> Object {
    guard
      let node = unsafe HPDF_Pages_New(
        handle.pointee.mmgr,
        parent.dictionary,
        handle.pointee.xref
      )
    else { throw faults.error(during: "建立页树", status: 0) }
    return unsafe Object(node)
  }

  /// Puts a page into a node of the page tree. (`HPDF_Pages_AddKids` would write through the page's
  /// `attr`, which is ours.)
  func append(_ page: Object, to node: Object) throws(HaruError) {
    let kids = unsafe HPDF_Dict_GetItem(node.dictionary, "Kids", HPDF_UINT16(HPDF_OCLASS_ARRAY))
    guard let kids = unsafe kids else { throw faults.error(during: "页树", status: 0) }
    let array = unsafe kids.assumingMemoryBound(to: _HPDF_Array_Rec.self)
    try check("页树", unsafe HPDF_Array_Add(array, page.dictionary))
  }

  /// Adds hand-written entries to the root of the page tree, which all pages inherit.
  func setInheritedPageEntries(_ source: ObjectSource) {
    unsafe source.attach(to: handle.pointee.root_pages)
  }

  /// Adds hand-written entries to the catalog.
  func setCatalogEntries(_ source: ObjectSource) {
    unsafe source.attach(to: handle.pointee.catalog)
  }

  /// Sets a text of the information dictionary.
  func setInformation(_ key: String, _ text: String) throws(HaruError) {
    let value = unsafe try binary(PDFText.utf16(text))
    try check("文档信息", unsafe HPDF_Dict_Add(handle.pointee.info, key, value))
  }

  /// Adds an outline entry that leads to a page.
  func addOutlineItem(
    _ title: String,
    below parent: OutlineItem?,
    to page: Object
  )
    throws(HaruError) -> OutlineItem
  {
    guard let item = unsafe HPDF_CreateOutline(handle, parent?.outline, "", nil) else {
      throw faults.error(during: "书签", status: 0)
    }
    // libharu's own strings cannot hold characters above U+FFFF.
    let value = unsafe try binary(PDFText.utf16(title))
    try check("书签", unsafe HPDF_Dict_Add(item, "Title", value))
    // It writes the type of the outline's root into every entry.
    try check("书签", unsafe HPDF_Dict_RemoveElement(item, "Type"))
    guard let place = unsafe HPDF_Array_New(handle.pointee.mmgr) else {
      throw faults.error(during: "书签", status: 0)
    }
    try check("书签", unsafe HPDF_Dict_Add(item, "Dest", place))
    try check("书签", unsafe HPDF_Array_Add(place, page.dictionary))
    try check("书签", unsafe HPDF_Array_AddName(place, "Fit"))
    return unsafe OutlineItem(outline: item)
  }

  /// Writes the file.
  ///
  /// `identifier` becomes both halves of its `/ID`.
  func write(identifier: [UInt8], to sink: HaruSink) throws {
    let xref = unsafe handle.pointee.xref
    guard let trailer = unsafe xref?.pointee.trailer else {
      throw faults.error(during: "写出", status: 0)
    }
    try check("写出", unsafe HPDF_Dict_Add(trailer, "Root", handle.pointee.catalog))
    try check("写出", unsafe HPDF_Dict_Add(trailer, "Info", handle.pointee.info))
    let hex = PDFText.hex(identifier)
    let source = ObjectSource { _, bytes in
      bytes.append(contentsOf: "/ID[".utf8)
      bytes.append(contentsOf: hex)
      bytes.append(contentsOf: hex)
      bytes.append(contentsOf: "]\n".utf8)
    }
    unsafe source.attach(to: trailer)

    let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
    guard
      let stream = unsafe HPDF_CallbackWriter_New(handle.pointee.mmgr, takeStreamBytes, context)
    else { throw faults.error(during: "写出", status: 0) }
    defer { unsafe HPDF_Stream_Free(stream) }
    // The second line tells transfer programs that the file is binary.
    let header = Array("%PDF-1.7\n%".utf8) + [0xE5, 0x8D, 0xB0, 0xE2, 0x0A]
    var status = unsafe header.withUnsafeBufferPointer { bytes in
      unsafe HPDF_Stream_Write(stream, bytes.baseAddress, HPDF_UINT(bytes.count))
    }
    if status == HPDF_STATUS(HPDF_OK) {
      status = unsafe HPDF_Xref_WriteToStream(xref, stream, nil)
    }
    withExtendedLifetime(sink) {}
    if let failure = sink.failure { throw failure }
    try check("写出", status)
    try sink.finish()
  }

  private func binary(_ bytes: [UInt8]) throws(HaruError) -> HPDF_Binary {
    var bytes = bytes
    guard
      let value = unsafe HPDF_Binary_New(handle.pointee.mmgr, &bytes, HPDF_UINT(bytes.count))
    else { throw faults.error(during: "文字", status: 0) }
    return unsafe value
  }

  private func check(_ operation: String, _ status: HPDF_STATUS) throws(HaruError) {
    guard status != HPDF_STATUS(HPDF_OK) || faults.hasFault else { return }
    throw faults.error(during: operation, status: UInt(status))
  }
}
