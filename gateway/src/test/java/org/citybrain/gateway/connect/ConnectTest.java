package org.citybrain.gateway.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.citybrain.gateway.folder.PupilFiles;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectTest {
    @Test
    void readsTheAddressAndTakesThePasswordFromAFileOnly(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        ConnectTarget target = ConnectTarget.of(new String[] {
            "--config",
            "f",
            "postgresql://db.example:5544/Music-Shop",
            "--user",
            "u",
            "--password-file",
            secret.toString(),
            "--yes"
        });
        assertThat(target.source().department()).isEqualTo("music_shop");
        assertThat(target.source().postgres().password()).isEqualTo("s3cret");
        assertThat(target.source().toString()).isEqualTo("music_shop from postgres u@db.example:5544/Music-Shop");
        ConnectTarget fund = ConnectTarget.of(new String[] {"jdbc:mariadb://db.example/Fund", "--user", "u", "--yes"});
        assertThat(fund.source().toString()).isEqualTo("fund from mariadb u@db.example:3306/Fund");
        assertThat(ConnectTarget.of(new String[] {"mysql://db.example/shop", "--yes"})
                        .source()
                        .mariadb()
                        .user())
                .isEqualTo("root");
        assertThatThrownBy(() -> ConnectTarget.of(new String[] {"postgresql://u:secret@h/d"}))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("--password-file")
                .hasMessageNotContaining("secret@");
        assertThatThrownBy(() -> ConnectTarget.of(new String[] {"/no/such/place"}))
                .hasMessageContaining("neither");
    }

    @Test
    void guessesElementsByTheirCheckDigits() {
        List<FieldSpec> fields = List.of(
                FieldSpec.ofColumn("a", "text", true, false),
                FieldSpec.ofColumn("b", "varchar(20)", true, false),
                FieldSpec.ofColumn("c", "text", true, false));
        List<List<@Nullable String>> sample = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String digits = "360999198001010" + (10 + i);
            String number = digits + (i == 0 ? "?" : IdentityNumber.checkOf(digits));
            sample.add(new ArrayList<>(List.of(number, "1380000000" + i, "word " + i)));
        }
        assertThat(ElementGuesses.of(fields, sample))
                .containsExactly(
                        new Proposal.Guess("a", "identity-number", 0.9, 10), new Proposal.Guess("b", "phone", 1.0, 10));
    }

    @Test
    void refusesAFolderWhoseDescriptionSaysSomethingElse(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("people.csv"), "no,name\n1,x\n");
        assertThat(FolderProposals.of(folder, "d")).hasSize(1);
        for (String slip : List.of("format: [oops", "format: citybrain-folder/1\ntables: []\nfeilds: []\n")) {
            Files.writeString(folder.resolve("citybrain.yaml"), slip);
            assertThatThrownBy(() -> FolderProposals.of(folder, "d"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("citybrain.yaml");
        }
    }

    @Test
    void takesTheTablesThatTheFoldersDescriptionDeclaresAsItSays(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("citybrain.yaml"), PupilFiles.DESCRIPTION + """
                - table: school
                  file: school.csv
                  fields:
                  - {name: no, type: bigint, key: true}
                """);
        Files.writeString(folder.resolve("pupil.1.full.csv"), "编号,姓名\n1,甲\n");
        Files.writeString(folder.resolve("pupil.2.full.csv"), "编号,姓名\n1,甲\n2,\n,丙\n");
        Files.writeString(folder.resolve("pupil.3.changes.csv"), "操作,编号,姓名\n新增,3,丁\n");
        Files.writeString(folder.resolve("bus.csv"), "line,stop\n1,x\n");
        List<Proposal> proposals = FolderProposals.of(folder, "education");
        assertThat(proposals)
                .extracting(Proposal::resource, Proposal::rows, Proposal::badRows, Proposal::key)
                .containsExactly(
                        tuple("education.pupil", 2L, 1, "no"),
                        tuple("education.school", 0L, 0, "no"),
                        tuple("education.bus", 1L, 0, "line"));
        assertThat(proposals.getFirst().fields())
                .extracting(FieldSpec::name, FieldSpec::sourceType)
                .containsExactly(tuple("no", "bigint"), tuple("name", "text"));
    }

    @Test
    void refusesADepartmentThatIsNoCodeInsteadOfChangingIt(@TempDir Path folder) {
        for (String wrong : List.of("A B;x", "民政局", "Civil_Affairs", "1st", "")) {
            assertThatThrownBy(() -> ConnectTarget.of(new String[] {folder.toString(), "--department", wrong}))
                    .isInstanceOf(WrongUsageException.class)
                    .hasMessageContaining("civil_affairs");
        }
    }

    @Test
    void saysSoonAndPlainlyThatNoDatabaseAnswers() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        SourceAddress address = new SourceAddress("127.0.0.1", port, "shop", "root", "");
        for (ThrowingCallable look : List.<ThrowingCallable>of(
                () -> MariaDbProposals.of(address, "d"), () -> DatabaseProposals.of(address, "d"))) {
            long begin = System.nanoTime();
            assertThatThrownBy(look)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("没有数据库应答")
                    .hasMessageContaining("No database answers at 127.0.0.1:" + port);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void proposesEveryFileOfTheLinkageSets() {
        Path shared =
                Path.of(System.getProperty("CB_SHARED", System.getenv().getOrDefault("CB_SHARED", "../../shared")));
        Path linkage = shared.resolve("data/linkage");
        assumeThat(linkage).as("needs ../shared/data/linkage").isDirectory();
        List<Proposal> proposals = FolderProposals.of(linkage, "linkage");
        assertThat(ProposalTable.of(proposals)).contains("18 个资源 resources");
        assertThat(proposals).hasSize(18).allMatch(proposal -> proposal.badRows() == 0);
        assertThat(rows(proposals, "linkage.febrl_dataset3")).isEqualTo(5_000);
        assertThat(rows(proposals, "linkage.historical_50k_dev_records")).isEqualTo(25_307);
        assertThat(rows(proposals, "linkage.dblp_acm_dblp2")).isEqualTo(2_616);
        assertThat(rows(proposals, "linkage.amazon_google_googleproducts")).isEqualTo(3_226);
    }

    private static long rows(List<Proposal> proposals, String resource) {
        return proposals.stream()
                .filter(proposal -> proposal.resource().equals(resource))
                .mapToLong(Proposal::rows)
                .findFirst()
                .orElseThrow();
    }
}
