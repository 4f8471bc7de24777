import RulebookEvidence
import RulebookModel
import RulebookText

/// `rulecheck forms`: the register and the ledgers of a year, empty.
struct FormsVerb {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    try arguments.refuseOperands()
  }

  func run() throws(Failure) -> ExitStatus {
    let year = try YearsRulebook(arguments, otherwise: "没有写空表", console)
    let carried = try arguments.value(.from).map { path throws(Failure) in
      try register(in: path, for: year.rulebook)
    }
    let forms = EvidenceForms(for: year.rulebook, carrying: carried)
    let folder = arguments.value(.output) ?? "台账\(year.rulebook.year)"
    try Failure.explaining("建不了文件夹“\(folder)”") { () throws(System.Fault) in
      try System.createFolder(folder)
    }
    try write(forms.files, to: try Folder(path: folder))
    try console.write("写了 \(forms.files.count) 个文件到“\(folder)”：\(summary(of: forms))。\n")
    if let carried { try console.write(summary(of: carried)) }
    return .success
  }

  /// The register of an earlier year, in the folder of its evidence.
  private func register(in path: String, for rulebook: Rulebook) throws(Failure) -> CarriedRegister {
    let files = try EvidenceFolder(path: path).files.filter { $0.role == .register }
    guard let file = files.first else { throw .couldNotRun("文件夹“\(path)”里没有 单位名册.csv") }
    let outcome = CarriedRegister.read(file, for: rulebook)
    try console.say(outcome.diagnostics, sources: [outcome.source].compactMap { $0 })
    guard let register = outcome.register else {
      try console.say("“\(file.name)”用不了，没有写空表\n")
      throw .ended(.invalid)
    }
    return register
  }

  private func summary(of carried: CarriedRegister) -> String {
    let new = carried.newAttributes
    let lacking = new.isEmpty ? "" : "；新的一列要填：\(new.joined(separator: "、"))"
    return "单位名册照抄了 \(carried.units.count) 个单位，请核对\(lacking)。\n"
  }

  /// Writes all files, or none where one of them is there already: it may have been filled in.
  private func write(_ files: [EvidenceFile], to folder: Folder) throws(Failure) {
    let names = Set(folder.names)
    let taken = files.map(\.name).filter(names.contains)
    if let first = taken.first {
      let more = taken.count > 1 ? "等\(taken.count)个文件" : ""
      throw .couldNotRun("“\(folder.path(of: first))”\(more)已经有了，可能填过，没有写；用 -o 写到别的文件夹")
    }
    for file in files {
      try OutputFile(path: folder.path(of: file.name), inputs: []).write {
        (sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) in
        try sink(file.bytes)
      }
    }
  }

  private func summary(of forms: EvidenceForms) -> String {
    let figures = forms.files.contains { $0.role == .figures } ? ["指标表"] : []
    let offices = forms.officeCount
    return (["单位名册"] + figures + ["\(offices)个考核单位各一个台账、一页说明"]).joined(separator: "、")
  }
}
