package import ArgumentParser
internal import Packets

/// `yanyin merge-manifest`: the shards of a run become one folder with one manifest.
package struct MergeManifestCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "merge-manifest",
    abstract: "Join the shards of a run into one folder with one manifest.",
    discussion: """
      Name the folders that packet --shard 1/N to N/N wrote; it may be one folder for all of them. The \
      files are copied into --out, which may be one of the folders, and the manifest becomes that of a \
      run without --shard, byte for byte. What folders know of paper is joined, too. Nothing is \
      changed where a slice is missing or there twice, where slices were made of other data, \
      templates, options or on another day, or where a file is not as its shard made it. Exit status: \
      0 joined, 1 joined and some documents were withheld because of data errors, 66 the shards do \
      not make up one run, 73 and 74 as for packet.
      """
  )

  @Argument(help: "Folders of outputs that hold shards.", completion: .directory)
  var directories: [String]

  @Option(help: "The folder of the joined run.", completion: .directory)
  var out: String

  package init() {}

  package func validate() throws {
    if out.isEmpty { throw ValidationError("--out wants a folder.") }
    if directories.contains("") { throw ValidationError("A folder has no name.") }
  }

  package func run() throws {
    try Failures.translated {
      let join = try ShardJoin(directories, into: out)
      RunLog().findings(join.findings)
      if join.differingCount > 0 {
        Terminal.print("与已打印的不同：\(join.differingCount) 所学校。请不加 --shard 往 \(out) 生成一次，写出补打文件。")
      }
      let missing = join.withheld.isEmpty ? "" : "；未生成 \(join.withheld.count) 项"
      Terminal.print("合并 \(join.sliceCount) 片：\(join.fileCount) 个文件\(missing)。")
      if !join.withheld.isEmpty { throw ExitStatus.withheld.exitCode }
    }
  }
}
