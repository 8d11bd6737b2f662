package org.citybrain.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.citybrain.launcher.bench.BenchReport;
import org.citybrain.launcher.bench.Metric;
import org.citybrain.launcher.bench.SpineBench;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.Stopping;
import org.citybrain.launcher.shell.WrongUsage;

/** `bench`: measures a fresh city and writes the figures down. */
record BenchCommand() implements Command {

    private static final int SECONDS = 300;
    private static final int RATE = 200;
    private static final double TASK_SHARE = 0.011;

    @Override
    public String help() {
        return """
                用法 Usage: bin/cb bench spine [--seconds N] [--rate N] [--residents N] [--task-share S] [--json FILE] [--keep]

                在临时目录中测量全新的城市 · measures a fresh city in a temporary home and prints `metric value unit` lines.
                  spine            从源库提交到待办可见 · from the source's commit to the task shown, and every row compared
                  --seconds N      时长 · duration (default 300)
                  --rate N         每秒变更 · source changes per second (default 200)
                  --residents N    人口 · residents (default 100000)
                  --task-share S   引发任务的比例 · share of changes that raise a task (default 0.011)
                  --json FILE      结果文件 · file for the figures
                  --keep           保留临时目录 · keep the temporary home
                """;
    }

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments = Arguments.of(
                words, Set.of("--seconds", "--rate", "--residents", "--task-share", "--json"), Set.of("--keep"));
        if (!arguments.rest().equals(List.of("spine"))) {
            throw new WrongUsage("可用的测量 · measurements: spine");
        }
        int residents = arguments.number("--residents", HomeWishes.DEMO_RESIDENTS);
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .temporary()
                .withResidents(residents);
        BenchReport report;
        try (TemporaryHome home = TemporaryHome.create(arguments.has("--keep"), launch.terminal());
                City city = City.open(home.folder(), wishes, launch.terminal())) {
            Stopping.closeOnSignal(city, launch.terminal());
            city.start();
            report = measure(arguments, launch, city);
        }
        Stopping.nothingLeft();
        report.metrics().forEach(metric -> launch.terminal().line(metric.toString()));
        return 0;
    }

    private static BenchReport measure(Arguments arguments, Launch launch, City city) throws Exception {
        SpineBench bench = new SpineBench(
                city, arguments.number("--seconds", SECONDS), arguments.number("--rate", RATE), share(arguments));
        List<Metric> metrics = bench.run();
        BenchReport report = BenchReport.of(
                launch.repository(), "spine", city.config().getInt("city.seed"), bench.inputs(), metrics);
        if (arguments.has("--json")) {
            report.write(Path.of(arguments.find("--json").orElseThrow()));
        }
        return report;
    }

    private static double share(Arguments arguments) {
        String text = arguments.find("--task-share").orElse(Double.toString(TASK_SHARE));
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new WrongUsage("--task-share: 需要 0 到 1 之间的数 · a number from 0 to 1 is needed, not " + text, e);
        }
        throw new WrongUsage("--task-share: 需要 0 到 1 之间的数 · a number from 0 to 1 is needed, not " + text);
    }
}
