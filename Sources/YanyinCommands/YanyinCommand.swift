package import ArgumentParser
internal import Glibc
internal import Packets

/// The program `yanyin`.
package struct YanyinCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "yanyin",
    abstract: "Prints the paper packet of Guangxi's graduation-certificate verification.",
    discussion: """
      Messages about data are in Chinese, each with a code. Exit status: 0 done, 1 some documents \
      were withheld because of data errors, 64 usage, 65 nothing could be rendered because of data \
      errors, 66 an input cannot be read, 70 internal error, 73 an output cannot be created, 74 \
      read or write error, 130 and 143 stopped by Ctrl-C or a kill.
      """,
    version: "0.1.0",
    subcommands: [
      PacketCommand.self, CheckCommand.self, ImportCommand.self, CorrectCommand.self,
      HistoryCommand.self, TemplateCommand.self,
      VerifyCommand.self, BlankCommand.self, PrintedCommand.self,
      MergeManifestCommand.self,
    ]
  )

  package init() {}

  /// Reads the command line, runs the command it names and ends the process.
  package static func start() async {
    ProcessMemory.prepare()
    // A reader that has seen enough must not stop a run half way.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is told as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      if !Terminal.hasLostResults { exit(withError: error) }
    }
    guard Terminal.hasLostResults else { return }
    Terminal.report("错误: 结果没有写完。请检查标准输出所在的磁盘。")
    exit(withError: ExitStatus.transfer.exitCode)
  }
}
