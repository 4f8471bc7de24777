import Testing

@Suite struct FormsVerbTests {
  @Test func `forms writes what evaluate reads`() throws {
    let workspace = try SampleFiles.workspace()
    let run = try workspace.run("forms", "--year", "2013", "-o", "空表")
    #expect(run.status == 0)
    #expect(run.text == "写了 5 个文件到“空表”：单位名册、2个考核单位各一个台账、一页说明。\n")
    #expect(
      try workspace.names(in: "空表") == ["单位名册.csv", "台账-办公室.csv", "台账-安监局.csv", "说明-办公室.txt", "说明-安监局.txt"])
    try workspace.write("空表/单位名册.csv", SampleFiles.register)
    let empty = try workspace.run("evaluate", "--year", "2013", "--evidence", "空表", "--fail-incomplete")
    #expect(empty.status == 4)
    #expect(empty.problems.contains("K0931"))
    for (name, unit, row) in [("办公室", "市财政局", ",投诉,"), ("安监局", "市教育局", ",事故,")] {
      let form = String(decoding: workspace.read("空表/台账-\(name).csv") ?? [], as: UTF8.self)
      #expect(form.contains("（填单位）\(row)"))
      try workspace.write("空表/台账-\(name).csv", form.replacing("（填单位）\(row)", with: unit + row))
    }
    let filled = try workspace.run("evaluate", "--year", "2013", "--evidence", "空表", "--fail-incomplete")
    #expect(filled.status == 0)
    #expect(filled.text.contains("9.8") && filled.problems.isEmpty)
  }

  @Test func `what is there already is not written over`() throws {
    let workspace = try SampleFiles.workspace()
    #expect(try workspace.run("forms", "--year", "2013").status == 0)
    let before = workspace.read("台账2013/台账-办公室.csv")
    try workspace.remove("台账2013/单位名册.csv")
    let again = try workspace.run("forms", "--year", "2013")
    #expect(again.status == 1)
    #expect(again.problems.contains("已经有了"))
    #expect(workspace.read("台账2013/单位名册.csv") == nil)
    #expect(workspace.read("台账2013/台账-办公室.csv") == before)
  }

  @Test func `what cannot be written is said`() throws {
    let workspace = try SampleFiles.workspace()
    #expect(try workspace.run("forms").status == 64)
    #expect(try workspace.run("forms", "--year", "2012").status == 1)
    #expect(try workspace.run("forms", "--year", "2013", "-o", "没有/空表").status == 1)
    #expect(try workspace.run("forms", "--year", "2013", "-o", "rulebooks/2013.rulebook").status == 1)
    try workspace.write("rulebooks/2013.rulebook", "【年度：2013】\n一、甲（5分）\n投诉的【投诉，每起扣1分。\n")
    let run = try workspace.run("forms", "--year", "2013")
    #expect(run.status == 3)
    #expect(run.problems.contains("没有写空表"))
  }
}
