internal import ArgumentParser
internal import Exchange
internal import Fonts
internal import Ledger
internal import Packets

/// Turns thrown errors into a message and the exit status that scripts rely on.
enum Failures {
  /// Runs a command's work; what fails is told to the log.
  static func translated<Result>(
    _ log: RunLog,
    _ work: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await work()
    } catch {
      throw status(of: error, log)
    }
  }

  /// Runs a command's work.
  static func translated<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      throw status(of: error, RunLog())
    }
  }

  private static func status(of error: any Error, _ log: RunLog) -> any Error {
    let status: ExitStatus
    let message: String
    switch error {
    case is ExitCode, is ValidationError: return error
    case let known as ExitStatus: return known.exitCode
    case let failure as OutputFailure:
      status = failure.step == .create ? .create : .transfer
      message = failure.description
    case let stop as Interruption.Stopped:
      status = stop.status
      message = "已停止：输出文件夹还是这次运行以前的样子。要做完，把同一条命令再运行一次。"
    case is FolderLock.InUse:
      status = .create
      message = "\(error)"
    case let failure as LedgerFailure:
      status = Failures.status(of: failure.cause)
      message = "\(failure)"
    case is PrintStateFailure:
      status = .transfer
      message = "\(error)"
    case is InputFailure, is ShardRefusal, is PacketPolicy.Incomplete, is FontError:
      status = .input
      message = "\(error)"
    default:
      status = .software
      message = "程序内部错误：\(error)。请把此信息与输入文件一并反馈给维护人员。"
    }
    log.failure(message, status)
    return status.exitCode
  }

  private static func status(of cause: LedgerFailure.Cause) -> ExitStatus {
    switch cause {
    case .missing, .foreign, .damaged, .newer, .empty, .noRevision, .unmerged, .unreadable: .input
    case .unwritable: .create
    case .busy, .transfer: .transfer
    }
  }
}
