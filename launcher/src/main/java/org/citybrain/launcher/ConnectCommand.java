package org.citybrain.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.city.Children;
import org.citybrain.launcher.city.Programs;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.WrongUsage;

/** `connect`: hands the words to the gateway's own program, which asks and answers at this terminal. */
record ConnectCommand() implements Command {

    private static final String HOME = "--home";
    private static final String YES = "--yes";
    private static final Set<String> VALUED =
            Set.of("--user", "--password-file", "--department", "--title", "--gateway", HOME);

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments = Arguments.of(words, VALUED, Set.of(YES));
        if (arguments.rest().size() != 1) {
            throw new WrongUsage("需要一个数据库地址或文件夹 · one database URL or folder is needed");
        }
        Path home = launch.home(arguments);
        HomeConfig config = HomeFile.open(home);
        Children children = new Children(home, config, new Programs(launch.repository(), HomeFile.of(home), config));
        return new ProcessBuilder(children.connect(arguments.rest().getFirst(), handedOn(arguments)))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String[] handedOn(Arguments arguments) {
        List<String> words = new ArrayList<>();
        arguments.options().forEach((option, value) -> {
            if (option.equals(YES)) {
                words.add(option);
            } else if (!option.equals(HOME)) {
                words.addAll(List.of(option, value));
            }
        });
        return words.toArray(String[]::new);
    }
}
