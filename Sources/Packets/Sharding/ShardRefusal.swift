/// Why shards cannot be joined; nothing was changed.
package enum ShardRefusal: Error, CustomStringConvertible {
  /// A folder has no manifest, or what lies there is none.
  case noManifest(String)
  /// A folder was named twice.
  case repeated(String)
  /// No shard was rendered into a folder.
  case noShard(String)
  /// A file of the program's own was changed or cut short.
  case damaged(String)
  /// Plans were cut into different numbers of slices.
  case counts([String])
  /// Slices that no folder has.
  case missing([Shard])
  /// A slice that several folders have.
  case twice(Shard, [String])
  /// Shards of different runs.
  case differs(what: String, remedy: String, [String])
  /// The slices do not make up the plan.
  case incomplete
  /// A manifest that no longer has the lines of its shard.
  case stale(String, Shard)
  /// Paths that lead out of the folder, or to files that are not for documents.
  case unusable(String, [String])
  /// Files that would lie in one place.
  case clash([String])
  /// Files that are missing or were changed.
  case changed([String])
  /// Schools whose paper is another in the folder of outputs than in that of their shard.
  case paper([String])
  /// Schools that are on paper and that the data no longer has.
  case gone([String])

  package var description: String {
    switch self {
    case .noManifest(let folder):
      "\(folder)/manifest.json 不存在或不是本程序的清单。请先用 yanyin packet --shard 生成这一片。"
    case .repeated(let folder): "\(folder) 写了两次。每个文件夹只写一次。"
    case .noShard(let folder):
      "\(folder) 里没有分片：没有用 --shard 生成过，或之后又生成过全部材料。请用 yanyin packet --shard 生成。"
    case .damaged(let path): "\(path) 已损坏。请重新生成这一片。"
    case .counts(let list):
      "各片的总片数不同：\(list.joined(separator: "、"))。请都用同一个 --shard …/N 生成。"
    case .missing(let shards):
      "缺少第 \(ShardRefusal.list(shards.map { "\($0)" })) 片。请用 --shard 生成，并写上它的文件夹。"
    case .twice(let shard, let folders):
      "第 \(shard) 片有两份：\(folders.joined(separator: "、"))。请只写其中一个。"
    case .differs(let what, let remedy, let list):
      "各片的\(what)不同，不能合成一份：\(ShardRefusal.list(list))。\(remedy)"
    case .incomplete: "各片合起来不是全部材料。请用同样的数据和选项重新生成各片。"
    case .stale(let folder, let shard):
      "\(folder)/manifest.json 与第 \(shard) 片的记录不一致：之后又往这个文件夹生成过，或清单被改过。请重新生成这一片。"
    case .unusable(let folder, let paths):
      "\(folder) 的清单里有不可用的路径：\(ShardRefusal.list(paths))。清单被改过，请重新生成这一片。"
    case .clash(let paths): "有几片的文件会放在同一处：\(ShardRefusal.list(paths))。请重新生成各片。"
    case .changed(let paths): "文件缺少或已改动：\(ShardRefusal.list(paths))。请重新生成所在的那一片。"
    case .paper(let schools):
      "\(ShardRefusal.list(schools)) 已打印的版本在 --out 的文件夹与分片的文件夹里不同，合并后不知道该补打哪些页。"
        + "请直接往 --out 的文件夹生成（可以带 --shard，一片接一片），不要从别的文件夹合并。"
    case .gone(let schools):
      "\(ShardRefusal.list(schools)) 已打印，数据里却没有了（或改了名）。请不加 --shard 往这个文件夹生成一次，补打清单会写明。"
    }
  }

  /// The first twenty of a list; how many more there are.
  private static func list(_ items: [String]) -> String {
    let shown = items.prefix(20).joined(separator: "、")
    return items.count > 20 ? "\(shown) 等 \(items.count) 项" : shown
  }
}
