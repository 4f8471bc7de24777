/// The program: measures what becomes of a year's time, stage by stage.
@main
enum Rulebench {
  static func main() {
    Benchmark.main(Array(CommandLine.arguments.dropFirst()))
  }
}
