/// How much an input may hold before it is refused.
package struct ReadingLimits: Hashable, Sendable {
  /// Bytes of a file.
  package var fileSize = 512 << 20
  /// Entries of a zip container.
  package var archiveEntries = 10_000
  /// Bytes that all parts of a zip container inflate to.
  package var inflatedSize = 512 << 20
  /// How often larger than its compressed form a part may become, once it is larger than
  /// `ratioFloor`.
  package var inflationRatio = 250
  /// The size up to which the ratio is not looked at.
  package var ratioFloor = 32 << 20
  /// Cells of a table.
  package var cells = 8_000_000
  /// Columns of a text: as many as Excel has.
  package var columns = 16_384
  /// Levels of arrays and objects in JSON.
  package var depth = 64
  /// Levels of folders.
  package var folderDepth = 32

  /// The limits of the program.
  package init() {}
}
