package org.citybrain.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "360999199901019993", "360999198506150014", "36099919990101018X"})
    void acceptsValidIdentityNumbers(String number) {
        assertThat(IdentityNumber.problemOf(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021,CHECK_DIGIT",
        "360999199002290018,DATE",
        "11010519491231002x,CHARACTER",
        "36099919850615001,LENGTH"
    })
    void namesWhatIsWrongWithAnIdentityNumber(String number, IdentityNumber.Problem problem) {
        assertThat(IdentityNumber.problemOf(number)).contains(problem);
    }

    @Test
    void makesFifteenDigitsEighteen() {
        String eighteen = "36099919450615" + "001";
        String full = eighteen + IdentityNumber.checkOf(eighteen);
        assertThat(IdentityNumber.standardise(" 360999450615001 ")).isEqualTo(full);
        assertThat(new IdentityNumber(full).isMale()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" 11010519 4912 31002x", "１１０１０５１９４９１２３１００２Ｘ", "110105-19491231-002X", "110105　19491231　002ｘ"})
    void readsAnIdentityNumberInAnyWriting(String written) {
        assertThat(IdentityNumber.standardise(written)).isEqualTo("11010519491231002X");
    }

    @Test
    void neverShowsAnIdentityNumberAsText() {
        assertThat(new IdentityNumber("360999198506150014").toString()).isEqualTo("3609**********0014");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11100000000013338W", "11430000006122244L", "91360999MACB00017W", "11360999000000019H"})
    void acceptsValidCreditCodesAndNoOtherLastSign(String code) {
        assertThat(CreditCode.problemOf(code)).isEmpty();
        char other = code.charAt(17) == '0' ? '1' : '0';
        assertThat(CreditCode.problemOf(code.substring(0, 17) + other)).contains(CreditCode.Problem.CHECK_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 91360999macb00017w", "９１３６０９９９ＭＡＣＢ０００１７Ｗ", "91360999-MACBOOO17W", "9I360999MACB00017W"})
    void readsACreditCodeInAnyWriting(String written) {
        assertThat(CreditCode.standardise(written)).isEqualTo("91360999MACB00017W");
    }

    @ParameterizedTest
    @ValueSource(strings = {"110108000000016", "440301103448669", "110108004648048"})
    void acceptsValidRegistrationNumbersAndNoOtherLastDigit(String number) {
        assertThat(RegistrationNumber.problemOf(number)).isEmpty();
        assertThat(DataElement.CREDIT_CODE.problemOf(number)).isEmpty();
        char other = number.charAt(14) == '9' ? '0' : (char) (number.charAt(14) + 1);
        String wrong = number.substring(0, 14) + other;
        assertThat(RegistrationNumber.problemOf(wrong)).contains(RegistrationNumber.Problem.CHECK_DIGIT);
        assertThat(DataElement.CREDIT_CODE.problemOf(wrong)).contains("length");
    }

    @Test
    void readsARegistrationNumberInAnyWriting() {
        assertThat(RegistrationNumber.standardise(" １１０１０８-000000016 ")).isEqualTo("110108000000016");
        assertThat(RegistrationNumber.problemOf("11010800000001X")).contains(RegistrationNumber.Problem.CHARACTER);
        assertThat(RegistrationNumber.problemOf("1101080000000")).contains(RegistrationNumber.Problem.LENGTH);
    }

    @Test
    void givesEqualPersonsEqualIdsAndHidesTheNumber() {
        OpaqueIds ids = new OpaqueIds("00".repeat(32), "3609");
        OpaqueIds others = new OpaqueIds("01".repeat(32), "3609");
        String id = ids.person("360999198506150014");
        assertThat(id).isEqualTo(ids.person("360999198506150014")).matches("p3609-[a-z2-7]{20}");
        assertThat(id).isNotEqualTo(others.person("360999198506150014")).doesNotContain("1985");
        assertThat(ids.household("360999198506150014").substring(1)).isNotEqualTo(id.substring(1));
    }

    @Test
    void agreesWithTheSharedVectors() throws Exception {
        String shared = System.getenv().getOrDefault("CB_SHARED", "../../shared");
        Path vectors = Path.of(shared, "data", "city", "codes", "vectors.json");
        assumeTrue(Files.exists(vectors), "shared vectors are absent: " + vectors);
        JsonNode root = new ObjectMapper().readTree(vectors.toFile());
        JsonNode ids = root.path("residentId_GB11643");
        ids.path("valid")
                .forEach(v -> assertThat(IdentityNumber.problemOf(v.asText())).isEmpty());
        ids.path("invalid")
                .forEach(v -> assertThat(IdentityNumber.problemOf(v.asText())).isPresent());
        JsonNode codes = root.path("uscc_GB32100").path("valid");
        assertThat(codes).isNotEmpty();
        codes.forEach(v -> assertThat(CreditCode.problemOf(v.asText())).isEmpty());
    }
}
