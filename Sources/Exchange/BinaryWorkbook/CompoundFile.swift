/// A container of the old office programs ([MS-CFB]): streams made of chained sectors.
///
/// Every offset and every chain comes from the file and is checked: a chain is never longer than the
/// file has sectors.
struct CompoundFile {
  /// Why a container could not be read, in Chinese.
  struct Failure: Error, Hashable {
    var reason: String
  }

  /// A stream or the root, as the directory lists it.
  private struct Entry {
    var name: String
    var kind: UInt8
    var start: Int
    var size: Int
  }

  /// The first bytes of every such container.
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static let endOfChain = 0xFFFF_FFFE
  private static let firstSpecialSector = 0xFFFF_FFFA

  private let bytes: [UInt8]
  private let sectorShift: Int
  private let miniCutoff: Int
  /// Where each sector of the allocation table starts.
  private var tables: [Int] = []
  private var miniTable: [UInt8] = []
  private var miniStream: [UInt8] = []
  private var entries: [Entry] = []

  /// Opens a container.
  init(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.starts(with: CompoundFile.signature), bytes.count >= 512,
      let shift = bytes.short(at: 30), shift == 9 || shift == 12,
      let cutoff = bytes.long(at: 56), let directory = bytes.long(at: 48)
    else { throw Failure(reason: "文件头不完整") }
    self.bytes = bytes
    sectorShift = shift
    miniCutoff = min(cutoff, 1 << 16)
    tables = try allocationTables()
    try readDirectory(bytes: chain(from: directory))
    if let root = entries.first(where: { $0.kind == 5 }), root.start < Self.firstSpecialSector {
      miniStream = try chain(from: root.start)
      if let start = bytes.long(at: 60), start < Self.firstSpecialSector {
        miniTable = try chain(from: start)
      }
    }
  }

  /// Whether the container has a stream of this name.
  func has(_ name: String) -> Bool {
    entry(name) != nil
  }

  /// The bytes of a stream; nil where there is none.
  func stream(_ name: String) throws(Failure) -> [UInt8]? {
    guard let entry = entry(name) else { return nil }
    var content =
      entry.size < miniCutoff ? try miniChain(from: entry.start) : try chain(from: entry.start)
    guard content.count >= entry.size else { throw Failure(reason: "数据流“\(name)”不完整") }
    content.removeLast(content.count - entry.size)
    return content
  }

  private func entry(_ name: String) -> Entry? {
    entries.first { $0.kind == 2 && $0.name.lowercased() == name.lowercased() }
  }

  private var sectorSize: Int { 1 << sectorShift }

  /// How many sectors lie in the file, a last one that is cut short included.
  private var sectorCount: Int { (bytes.count + sectorSize - 1) >> sectorShift }

  /// The bytes of a sector; the header takes the place of the one before the first.
  private func range(of sector: Int) throws(Failure) -> Range<Int> {
    guard sector >= 0, sector < sectorCount - 1 else {
      throw Failure(reason: "扇区 \(sector) 超出文件末尾")
    }
    let start = (sector + 1) << sectorShift
    return start..<min(start + sectorSize, bytes.count)
  }

  /// Where the sectors of the allocation table start: the first 109 stand in the header.
  private func allocationTables() throws(Failure) -> [Int] {
    var starts: [Int] = []
    func add(_ sector: Int) throws(Failure) {
      guard sector < Self.firstSpecialSector else { return }
      guard starts.count < sectorCount else { throw Failure(reason: "扇区分配表有循环") }
      starts.append(try range(of: sector).lowerBound)
    }
    for index in 0..<109 { try add(bytes.long(at: 76 + index * 4) ?? Self.endOfChain) }
    var next = bytes.long(at: 68) ?? Self.endOfChain
    var visited = 0
    while next < Self.firstSpecialSector {
      visited += 1
      guard visited <= sectorCount else { throw Failure(reason: "扇区分配表有循环") }
      let start = try range(of: next).lowerBound
      for index in 0..<(sectorSize / 4 - 1) {
        try add(bytes.long(at: start + index * 4) ?? Self.endOfChain)
      }
      next = bytes.long(at: start + sectorSize - 4) ?? Self.endOfChain
    }
    return starts
  }

  /// The sector that follows another.
  private func successor(of sector: Int) throws(Failure) -> Int {
    let (table, index) = sector.quotientAndRemainder(dividingBy: sectorSize / 4)
    guard tables.indices.contains(table), let next = bytes.long(at: tables[table] + index * 4)
    else {
      throw Failure(reason: "扇区 \(sector) 不在分配表中")
    }
    return next
  }

  private func chain(from start: Int) throws(Failure) -> [UInt8] {
    var content: [UInt8] = []
    var sector = start
    var visited = 0
    while sector < Self.firstSpecialSector {
      visited += 1
      guard visited <= sectorCount else { throw Failure(reason: "扇区链有循环") }
      content += bytes[try range(of: sector)]
      sector = try successor(of: sector)
    }
    guard sector == Self.endOfChain else { throw Failure(reason: "扇区链中断") }
    return content
  }

  /// A stream under the cutoff: sectors of 64 bytes in the stream of the root.
  private func miniChain(from start: Int) throws(Failure) -> [UInt8] {
    var content: [UInt8] = []
    var sector = start
    var visited = 0
    while sector < Self.firstSpecialSector {
      visited += 1
      let offset = sector << 6
      guard visited <= miniStream.count >> 6 + 1, offset < miniStream.count,
        let next = miniTable.long(at: sector * 4)
      else { throw Failure(reason: "小扇区链损坏") }
      content += miniStream[offset..<min(offset + 64, miniStream.count)]
      sector = next
    }
    return content
  }

  private mutating func readDirectory(bytes directory: [UInt8]) throws(Failure) {
    for offset in stride(from: 0, to: directory.count - 127, by: 128) {
      let kind = directory[offset + 66]
      guard kind == 2 || kind == 5, let length = directory.short(at: offset + 64),
        let start = directory.long(at: offset + 116), let size = directory.long(at: offset + 120)
      else { continue }
      var units: [UInt16] = []
      for index in 0..<(min(length, 64) / 2) {
        guard let unit = directory.short(at: offset + index * 2), unit != 0 else { break }
        units.append(UInt16(unit))
      }
      let name = String(decoding: units, as: UTF16.self)
      entries.append(Entry(name: name, kind: kind, start: start, size: size))
    }
    guard !entries.isEmpty else { throw Failure(reason: "目录是空的") }
  }
}
