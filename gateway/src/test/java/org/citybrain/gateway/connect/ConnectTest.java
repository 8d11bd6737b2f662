package org.citybrain.gateway.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--password-file")
                .hasMessageNotContaining("secret@");
        assertThatThrownBy(() -> ConnectTarget.of(new String[] {"/no/such/place"}))
                .hasMessageContaining("neither");
    }

    @Test
    void guessesElementsByTheirCheckDigits() {
        List<FieldSpec> fields = List.of(
                FieldSpec.ofPostgres("a", "text", true, false),
                FieldSpec.ofPostgres("b", "varchar(20)", true, false),
                FieldSpec.ofPostgres("c", "text", true, false));
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
    void proposesEveryFileOfTheLinkageSets() {
        Path shared =
                Path.of(System.getProperty("CB_SHARED", System.getenv().getOrDefault("CB_SHARED", "../../shared")));
        Path linkage = shared.resolve("data/linkage");
        assumeThat(linkage).as("needs ../shared/data/linkage").isDirectory();
        List<Proposal> proposals = FolderProposals.of(linkage, "linkage");
        assertThat(ProposalTable.of(proposals)).contains("18 resources");
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
