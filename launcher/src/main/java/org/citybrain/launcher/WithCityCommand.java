package org.citybrain.launcher;

import java.util.List;
import java.util.Set;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.WrongUsage;

/** `with-city -- COMMAND`: runs a command beside a fresh city, whose settings it finds in the file CB_CONFIG. */
record WithCityCommand() implements Command {

    private static final int RESIDENTS = 3_000;

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments = Arguments.of(words, Set.of("--residents"), Set.of("--keep"));
        if (arguments.rest().isEmpty()) {
            throw new WrongUsage("缺少命令 · a command after -- is missing");
        }
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .temporary()
                .withResidents(arguments.number("--residents", RESIDENTS, HomeWishes.FEWEST_RESIDENTS));
        int status;
        try (TemporaryHome home = TemporaryHome.create(arguments.has("--keep"), launch.terminal());
                City city = City.open(home.folder(), wishes, launch.terminal())) {
            home.holds(city);
            city.start();
            city.live();
            ProcessBuilder command = new ProcessBuilder(arguments.rest()).inheritIO();
            command.environment().put("CB_CONFIG", HomeFile.of(home.folder()).toString());
            status = command.start().waitFor();
        }
        return status;
    }
}
