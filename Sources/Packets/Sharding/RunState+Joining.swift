extension RunState {
  /// What the folders of shards remember of what they made, for the folder that the files were copied
  /// to: so a later run leaves alone there what has not changed.
  ///
  /// Nil where nothing is known of a unit, or where other programs or machines made the shards: then
  /// a later run makes everything anew.
  init?(joining set: ShardSet, in out: String) {
    guard !set.run.isFiltered else { return nil }
    let states = set.folders.map { RunState.read($0.root) }
    guard let basis = states.first?.basis, states.allSatisfy({ $0.basis == basis }) else {
      return nil
    }
    self.init(basis: basis)
    let known = states.map { state in
      Dictionary(state.units.map { (ByteKey($0.name), $0) }) { first, _ in first }
    }
    for unit in set.units {
      guard let name = unit.lines.made, var made = known[unit.folder][ByteKey(name)],
        made.outcome.documents == unit.lines.documents, made.outcome.packets == unit.lines.packets
      else { return nil }
      made.stamps = made.outcome.paths.compactMap { FileStamp("\(out)/\($0)") }
      guard made.stamps.count == made.outcome.paths.count else { return nil }
      units.append(made)
    }
    manifest = FileStamp("\(out)/manifest.json")
  }
}
