import RulebookRevision
import RulebookText

/// `rulecheck format`: rulebooks in one spelling for each meaning.
struct FormatVerb {
  private enum Purpose {
    case show, check, write
  }

  private let arguments: Arguments
  private let console: Console
  private let purpose: Purpose

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    guard !arguments.operands.isEmpty else { throw arguments.usage("缺少规则文件") }
    switch (arguments.has(.check), arguments.has(.write)) {
    case (true, true): throw arguments.usage("--check 只看不写，不能和 --write 一起用")
    case (true, false): purpose = .check
    case (false, true): purpose = .write
    case (false, false): purpose = .show
    }
    if purpose == .show, arguments.operands.count > 1 {
      throw arguments.usage("整理几个文件，加 --write 写回去，或加 --check 看看要不要整理")
    }
    if purpose == .write, arguments.operands.contains("-") {
      throw arguments.usage("从标准输入读取的不能写回去，不要加 --write")
    }
  }

  func run() throws(Failure) -> ExitStatus {
    var statuses: [ExitStatus] = []
    for path in arguments.operands { statuses.append(try format(path)) }
    return [.invalid, .couldNotRun, .testFailed].first { statuses.contains($0) } ?? .success
  }

  private func format(_ path: String) throws(Failure) -> ExitStatus {
    let file = try RulebookFile(path: path)
    let name = file.file.path
    let outcome = file.source.map { Formatter.format($0) }
    switch outcome {
    case nil, .invalid:
      try console.say(file.load().diagnostics, sources: [file.source].compactMap { $0 })
      try console.say("\(name)：有错误，没有整理\n")
      return .invalid
    case .wouldChangeMeaning:
      try console.say("错误：\(name) 整理以后意思会变，没有整理；这是程序的毛病，原来的文件没有动\n")
      return .couldNotRun
    case .formatted(let bytes):
      try console.say(file.diagnostics, sources: [])
      return try use(bytes, of: file)
    }
  }

  /// Shows, compares or writes the text in its one spelling.
  private func use(_ bytes: [UInt8], of file: RulebookFile) throws(Failure) -> ExitStatus {
    let name = file.file.path
    guard purpose != .show else {
      try console.write(bytes)
      return .success
    }
    let isSettled = bytes == file.file.bytes
    if purpose == .check {
      try console.write("\(name)：\(isSettled ? "不用整理" : Self.difference(bytes, file))\n")
      return isSettled ? .success : .testFailed
    }
    if !isSettled {
      try OutputFile(path: file.file.path, inputs: []).write {
        (sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) in
        try sink(bytes)
      }
    }
    try console.write("\(name)：\(isSettled ? "不用整理" : "已经整理")\n")
    return .success
  }

  /// How many lines are to be rewritten, and which is the first.
  private static func difference(_ bytes: [UInt8], _ file: RulebookFile) -> String {
    let before = file.source?.bytes ?? []
    let lines = [before, bytes].map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    let changed = zip(lines[0], lines[1]).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    guard let first = changed.first else { return "要整理，文件要改存为 UTF-8" }
    return "要整理 \(changed.count) 行，第一处在第\(first + 1)行"
  }
}
