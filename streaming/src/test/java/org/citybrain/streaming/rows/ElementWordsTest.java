package org.citybrain.streaming.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.citybrain.kernel.code.DataElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElementWordsTest {
    @ParameterizedTest
    @CsvSource({
        "identity-number/check-digit, 身份证号的校验位不对, The identity number has a wrong check digit, person",
        "identity-number/date, 身份证号中的出生日期不存在, The identity number holds a date of birth that does not exist, person",
        "household-number/blank, 户号是空白, The household number is blank, household",
        "credit-code/length, 统一社会信用代码位数不对, The credit code has a wrong number of characters, firm",
        "phone/form, 电话号码的格式不对, The phone number is not in the form of one, used as usual",
        "region-village/form, 村居代码的格式不对, The village code is not in the form of one, village"
    })
    void namesTheBrokenRuleAndWhatFollowsForThatKindOfField(String detail, String zh, String en, String follows) {
        RowFinding finding = new RowFinding(0, "", "field", RowFault.ELEMENT, detail, "");
        assertThat(finding.message().zh()).isEqualTo(zh);
        assertThat(finding.message().en()).isEqualTo(en);
        assertThat(finding.advice().en()).contains(follows);
    }

    @Test
    void doesNotThreatenAPhoneWithBeingJoinedToNobody() {
        assertThat(ElementWords.advice("phone/form").en()).doesNotContain("joined");
        assertThat(ElementWords.advice("phone/form").zh()).doesNotContain("关联");
    }

    @ParameterizedTest
    @EnumSource(DataElement.class)
    void hasWordsForEveryElement(DataElement element) {
        assertThat(ElementWords.message(element.slug() + "/form").en()).doesNotContain("value");
        assertThat(ElementWords.advice(element.slug() + "/form").zh()).startsWith("请核实并在源系统改正; ");
    }

    @Test
    void keepsTheWordsOfOtherFaults() {
        RowFinding finding = new RowFinding(0, "", "field", RowFault.KEY_MISSING, "", "");
        assertThat(finding.message()).isEqualTo(RowFault.KEY_MISSING.message());
    }
}
