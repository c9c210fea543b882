internal import CHarfBuzz

/// HarfBuzz's view of a face, for cutting subsets out of it.
///
/// Shared between threads.
@safe final class Subsetter: @unchecked Sendable {
  // Unchecked: HarfBuzz faces that were made immutable may be used from any thread.
  private let handle: OpaquePointer
  private let fileName: String

  init(_ program: FontProgram) {
    fileName = program.fileName
    let context = unsafe Unmanaged.passRetained(program).toOpaque()
    unsafe handle = hb_face_create_for_tables(referenceTable, context, releaseProgram)
    unsafe hb_face_make_immutable(handle)
  }

  deinit {
    unsafe hb_face_destroy(handle)
  }

  /// A font of the given glyphs, and for each of them its glyph id in that font.
  func subset(glyphs: [UInt16]) throws(FontError) -> (file: [UInt8], newGlyphs: [UInt16]) {
    let failure = FontError(file: fileName, reason: "取不出子集（文件已损坏或内存不足）")
    guard let input = unsafe hb_subset_input_create_or_fail() else { throw failure }
    defer { unsafe hb_subset_input_destroy(input) }
    let flags = HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
    unsafe hb_subset_input_set_flags(input, flags)
    let wanted = unsafe hb_subset_input_glyph_set(input)
    for glyph in glyphs { unsafe hb_set_add(wanted, UInt32(glyph)) }
    guard let plan = unsafe hb_subset_plan_create_or_fail(handle, input) else { throw failure }
    defer { unsafe hb_subset_plan_destroy(plan) }
    guard let result = unsafe hb_subset_plan_execute_or_fail(plan) else { throw failure }
    defer { unsafe hb_face_destroy(result) }

    let mapping = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
    let newGlyphs = glyphs.map {
      unsafe UInt16(truncatingIfNeeded: hb_map_get(mapping, UInt32($0)))
    }
    let blob = unsafe hb_face_reference_blob(result)
    defer { unsafe hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = unsafe hb_blob_get_data(blob, &length), length > 0 else { throw failure }
    let bytes = unsafe UnsafeRawBufferPointer(start: data, count: Int(length))
    return (unsafe Array(bytes), newGlyphs)
  }

  /// The version of the HarfBuzz that runs.
  static var version: String { unsafe String(cString: hb_version_string()) }
}

/// Only what an embedded TrueType font needs (ISO 32000-1, 9.9).
///
/// HarfBuzz then does not read the character map and the layout tables for every subset, which
/// would cost more than the subset.
private let embeddedTables = Set(
  ["glyf", "head", "hhea", "hmtx", "loca", "maxp"].map(FontProgram.tag)
)

private func referenceTable(
  _ face: OpaquePointer?,
  _ tag: hb_tag_t,
  _ context: UnsafeMutableRawPointer?
) -> OpaquePointer? {
  guard let context = unsafe context, embeddedTables.contains(tag) else { return nil }
  let program = unsafe Unmanaged<FontProgram>.fromOpaque(context).takeUnretainedValue()
  let table = program.table(tag: tag)
  guard table.count > 0 else { return nil }
  // The face holds the program, so the mapped bytes outlive the blob.
  return unsafe hb_blob_create(
    table.base.assumingMemoryBound(to: CChar.self),
    UInt32(table.count),
    HB_MEMORY_MODE_READONLY,
    nil,
    nil
  )
}

private func releaseProgram(_ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  unsafe Unmanaged<FontProgram>.fromOpaque(context).release()
}
