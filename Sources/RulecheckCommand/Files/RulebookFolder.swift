import RulebookText

/// The rulebooks of a folder.
struct RulebookFolder {
  /// The folder that is looked in where none is named.
  static let standard = "rulebooks"

  private let folder: Folder
  /// The paths of the rulebooks.
  let paths: [String]

  /// Lists the rulebooks of the folder at `path`, or of the standard folder; `otherwise` says what else can be done
  /// where there is none.
  init(path: String? = nil, otherwise: String = "用 --rulebooks 指明放规则文件的文件夹") throws(Failure) {
    if let path {
      folder = try Folder(path: path)
    } else {
      folder = try Self.standardFolder(otherwise)
    }
    paths = folder.paths(endingWith: ".rulebook")
    guard paths.isEmpty else { return }
    throw .couldNotRun("文件夹“\(folder.path)”里没有扩展名为 .rulebook 的规则文件\(Self.misnamed(in: folder))")
  }

  /// The standard folder; it is looked for below the current one, which may be another than was meant.
  private static func standardFolder(_ otherwise: String) throws(Failure) -> Folder {
    guard (try? System.status(ofPath: standard)) == nil else { return try Folder(path: standard) }
    let current = System.currentFolder.map { "“\($0)”" } ?? ""
    throw .couldNotRun(
      "读不了文件夹“\(standard)”：当前文件夹\(current)下面没有；先用 cd 进入放 \(standard) 的文件夹，或\(otherwise)")
  }

  /// The paths of the rulebooks in the standard folder and in each folder of its `examples`.
  static func standardPaths() throws(Failure) -> [String] {
    let standard = try RulebookFolder(otherwise: "在命令后面写出规则文件的文件名")
    guard standard.folder.names.contains("examples") else { return standard.paths }
    let examples = try Folder(path: standard.folder.path(of: "examples"))
    var paths = standard.paths + examples.paths(endingWith: ".rulebook")
    for path in examples.folders { paths += try Folder(path: path).paths(endingWith: ".rulebook") }
    return paths
  }

  /// The one rulebook of `year`.
  func rulebook(of year: Int) throws(Failure) -> RulebookFile {
    var candidates: [Candidate] = []
    for path in paths {
      let file = try RulebookFile(path: path)
      candidates.append(Candidate(file: file, stated: file.year))
    }
    let found = candidates.filter { $0.stated?.value == year }
    guard let first = found.first else { throw .couldNotRun(missing(year, candidates)) }
    guard found.count == 1 else {
      let names = found.map { "“\($0.path)”" }.joined(separator: "、")
      let doubts = found.compactMap(\.doubt)
      let remedy = doubts.isEmpty ? "只留一个，其他移到别的文件夹" : doubts.joined(separator: "；")
      throw .couldNotRun("\(year)年度的规则文件不止一个：\(names)；\(remedy)")
    }
    return first.file
  }

  private func missing(_ year: Int, _ candidates: [Candidate]) -> String {
    let years = Set(candidates.compactMap(\.stated?.value)).sorted().map { "\($0)" }.joined(separator: "、")
    let have = years.isEmpty ? "这些文件都没有写【年度：…】" : "有的年度是 \(years)"
    let unread = candidates.filter { $0.file.source == nil }.map { "“\($0.path)”" }
    let lost = unread.isEmpty ? "" : "；读不出文字的有 \(unread.joined(separator: "、"))"
    let doubts = candidates.filter { $0.namedYears.contains(year) }.compactMap(\.doubt).map { "；" + $0 }
    return "文件夹“\(folder.path)”里没有\(year)年度的规则文件；\(have)\(lost)\(doubts.joined())"
      + Self.misnamed(in: folder)
  }

  /// What to say of files to which an editor has added .txt, which is not shown everywhere.
  private static func misnamed(in folder: Folder) -> String {
    folder.names.filter { $0.hasEnding(".rulebook.txt") }.map {
      "；“\($0)”的扩展名是 .txt，没有读取，改名为“\($0.dropLast(".txt".count))”"
    }.joined()
  }
}

/// A file that may be the rulebook of a year.
private struct Candidate {
  let file: RulebookFile
  let stated: (value: Int, line: Int)?

  var path: String { file.file.path }
  /// The years its name speaks of.
  var namedYears: [Int] { WrittenYears.all(in: path.lastPathPart) }

  /// What to say where the name speaks of another year than 年度; nil where it does not.
  var doubt: String? {
    guard let stated, let named = namedYears.first, !namedYears.contains(stated.value) else { return nil }
    return "“\(path)”第\(stated.line)行写着【年度：\(stated.value)】，是不是忘了改成\(named)"
  }
}
