package org.citybrain.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.shell.PlainFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFileTest {

    @TempDir
    Path home;

    private final HomeWishes wishes =
            HomeWishes.demo(Path.of("repo"), Path.of("shared")).temporary().withResidents(3000);

    @Test
    void keepsPortsAndPasswordsOfTheFirstStart() {
        HomeConfig first = HomeFile.openOrCreate(home, wishes);
        HomeConfig second = HomeFile.openOrCreate(home, wishes);

        assertThat(second.startingWith("")).isEqualTo(first.startingWith(""));
        assertThat(first.getInt("city.residents")).isEqualTo(3000);
        assertThat(first.get("opaque.key")).hasSize(64);
    }

    @Test
    void mayBeReadByItsOwnerOnly() throws IOException {
        HomeFile.openOrCreate(home, wishes);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HomeFile.of(home))))
                .isEqualTo("rw-------");
    }

    @Test
    void givesEachListenerItsOwnPort() {
        HomeConfig config = HomeFile.openOrCreate(home, wishes.withDepartments(HomeWishes.ALL_DEPARTMENTS));
        List<String> ports = config.startingWith("").entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".port")
                        || entry.getKey().equals("kafka.bootstrap")
                        || entry.getKey().equals("flink.rest"))
                .map(entry -> entry.getValue().replace("127.0.0.1:", ""))
                .toList();

        assertThat(ports).hasSize(10);
        assertThat(new HashSet<>(ports)).hasSameSizeAs(ports);
    }

    @Test
    void givesEachOfTwelveDepartmentsADatabaseAndOneGateway() {
        HomeConfig config = HomeFile.openOrCreate(home, wishes.withDepartments(HomeWishes.ALL_DEPARTMENTS));
        List<String> departments = config.getList("city.departments");

        assertThat(departments).hasSize(12).doesNotHaveDuplicates();
        assertThat(departments)
                .allMatch(d -> config.find("dept." + d + ".password").isPresent());
        assertThat(config.getList("gateway.gateway-b.departments")).containsExactly("health_insurance");
        assertThat(config.getList("gateway.gateway-a.departments"))
                .hasSize(11)
                .allMatch(departments::contains)
                .doesNotContain("health_insurance");
    }

    @Test
    void choosesAMariaDbServerOnlyWhereADepartmentRunsOnIt() throws IOException {
        HomeConfig twelve = HomeFile.openOrCreate(home, wishes.withDepartments(HomeWishes.ALL_DEPARTMENTS));
        HomeConfig four = HomeFile.openOrCreate(Files.createDirectory(home.resolve("four")), wishes.withDepartments(4));

        assertThat(twelve.get("dept.housing_fund.system")).isEqualTo("mariadb");
        assertThat(twelve.find("dept.tax.system")).isEmpty();
        assertThat(twelve.find("dept.mariadb.port")).isPresent();
        assertThat(four.find("dept.mariadb.port")).isEmpty();
    }

    @Test
    void generatesADifferentPasswordForEachAccount() {
        HomeConfig config = HomeFile.openOrCreate(home, wishes);

        assertThat(config.startingWith("account.").values())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(8);
    }

    @Test
    void amendsOneSettingAndKeepsTheOthers() {
        HomeConfig before = HomeFile.openOrCreate(home, wishes);
        HomeConfig after = HomeFile.amend(home, Map.of("city.speed", "7"));

        assertThat(after.get("city.speed")).isEqualTo("7");
        assertThat(after.get("pg.password")).isEqualTo(before.get("pg.password"));
    }

    @Test
    void refusesDataWithoutItsSettings() throws IOException {
        Files.createDirectory(home.resolve("postgres"));

        assertThatThrownBy(() -> HomeFile.openOrCreate(home, wishes))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("passwords is gone");
    }

    @Test
    void saysThatSettingsAreDamagedAndNamesTheFileAndTheMend() throws IOException {
        Files.writeString(HomeFile.of(home), "garbage");

        assertThatThrownBy(() -> HomeFile.open(home)).isInstanceOfSatisfying(PlainFailure.class, failure -> {
            assertThat(failure)
                    .hasMessageContainingAll(
                            "配置文件已损坏", "damaged", HomeFile.of(home).toString());
            assertThat(failure.advice()).contains("恢复该文件", "bring the file back", "--home");
        });
        assertThatThrownBy(() -> HomeFile.openOrCreate(home, wishes)).isInstanceOf(PlainFailure.class);
    }

    @Test
    void opensTheHomeOfACityThatWasStartedBefore() {
        assertThatThrownBy(() -> HomeFile.open(home))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("there is no city in");
        HomeFile.openOrCreate(home, wishes);

        assertThat(HomeFile.open(home).getInt("city.residents")).isEqualTo(3000);
    }

    @Test
    void namesTheTakenPortAndTheSettingToChange() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "platform", "platform.port", "the-file"))
                    .isInstanceOfSatisfying(PlainFailure.class, failure -> {
                        assertThat(failure.getMessage()).contains(Integer.toString(taken.getLocalPort()), "in use");
                        assertThat(failure.advice()).contains("platform.port", "the-file");
                    });
        }
    }

    @Test
    void letsOneLauncherAtATimeIn() throws IOException {
        try (HomeLock first = HomeLock.take(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(PlainFailure.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        HomeLock.take(home).close();
    }

    @Test
    void saysWhenTheDiskHasTooLittleRoom() {
        assertThatThrownBy(() -> DiskRoom.require(home, Long.MAX_VALUE))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("MiB left");
    }
}
