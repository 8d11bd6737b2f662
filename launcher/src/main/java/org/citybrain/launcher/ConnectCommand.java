package org.citybrain.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.city.Children;
import org.citybrain.launcher.city.Programs;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.WrongUsage;

/** `connect`: hands the words to the gateway's own program, which asks and answers at this terminal. */
record ConnectCommand() implements Command {

    @Override
    public String help() {
        return """
                用法 Usage: bin/cb connect URL|FOLDER [--department CODE] [--title NAME] [--yes] [--home DIR]

                把一个数据库或 CSV 文件夹接入运行中的城市 · takes a database or a folder of CSV files into the running city:
                reads its schema, proposes resources, registers them after confirmation and starts the exchange.
                  URL                   postgresql://HOST:PORT/DATABASE or mariadb://HOST:PORT/DATABASE
                  --user NAME           数据库用户 · database user (default postgres, MariaDB root)
                  --password-file FILE  密码所在文件, 不给则询问 · file with the password; asked for when absent
                  FOLDER                CSV 文件夹 · folder with .csv, .tsv, .csv.gz files, UTF-8 or GBK
                  --department CODE     部门代码 · code of the providing department (default: name of database or folder)
                  --title NAME          部门名称 · its name
                  --gateway NAME        由哪个前置机服务 · gateway that serves it (default: the first)
                  --yes                 不再询问 · register without asking
                Exit status: 0 started · 1 failed · 2 declined
                """;
    }

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        List<String> own = new ArrayList<>(words);
        Path home = launch.home(new Arguments(takeHome(own), List.of()));
        if (own.isEmpty()) {
            throw new WrongUsage("需要数据库地址或文件夹 · a database URL or a folder is needed");
        }
        if (!Files.exists(HomeFile.of(home))) {
            throw new PlainFailure("没有这个运行目录 · there is no city in " + home, "请先运行 · start one first: bin/cb demo");
        }
        HomeConfig config = HomeConfig.read(HomeFile.of(home));
        Children children = new Children(home, config, new Programs(launch.repository(), HomeFile.of(home), config));
        return new ProcessBuilder(children.connect(
                        own.getFirst(), own.subList(1, own.size()).toArray(String[]::new)))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static java.util.Map<String, String> takeHome(List<String> words) {
        int at = words.indexOf("--home");
        if (at < 0) {
            return java.util.Map.of();
        }
        if (at + 1 == words.size()) {
            throw new WrongUsage("选项缺少值 · a value is missing after --home");
        }
        words.remove(at);
        return java.util.Map.of("--home", words.remove(at));
    }
}
