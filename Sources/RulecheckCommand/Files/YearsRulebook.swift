import RulebookModel
import RulebookText

/// The one rulebook of --year, which must have no errors.
struct YearsRulebook {
  /// What it says.
  let rulebook: Rulebook
  /// The file it was read from.
  let file: RulebookFile

  /// Looks for it in --rulebooks; where it has errors they are shown, and `otherwise` what is not done: 没有计分.
  init(_ arguments: Arguments, otherwise: String, _ console: Console) throws(Failure) {
    let folder = try RulebookFolder(path: arguments.value(.rulebooks))
    try self.init(folder.rulebook(of: Self.year(arguments)), otherwise: otherwise, console)
  }

  /// The rulebook in a file that has been found.
  init(_ file: RulebookFile, otherwise: String, _ console: Console) throws(Failure) {
    self.file = file
    let (rulebook, _, diagnostics) = file.load()
    guard let rulebook, !diagnostics.contains(where: { $0.severity == .error }) else {
      try console.say(diagnostics, sources: [file.source].compactMap { $0 })
      try console.say("规则文件“\(file.file.path)”有错误，\(otherwise)\n")
      throw .ended(.invalid)
    }
    self.rulebook = rulebook
    try console.say(diagnostics.filter { $0.code == .otherEncoding }, sources: [])
  }

  /// The year after --year.
  static func year(_ arguments: Arguments) throws(Failure) -> Int {
    let words = try arguments.required(.year)
    guard let year = Int(words), (1...9999).contains(year) else {
      throw arguments.usage("--year 后面写年度，例如 --year 2013；“\(words)”不是年度")
    }
    return year
  }
}
