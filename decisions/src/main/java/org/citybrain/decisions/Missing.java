package org.citybrain.decisions;

import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;

/**
 * Why a value could not be told, or is only a part of the truth.
 *
 * @param member the member's opaque id; empty when there is none or the reason is not about a member
 * @param row the row it is about (a membership row, an unreadable amount); absent when a row is what is missing
 */
public record Missing(Reason reason, String member, Optional<FactRow> row) {
    /** The closed list of reasons. */
    public enum Reason {
        MEMBER_WITHOUT_ID("成员没有有效的身份证号", "a member has no valid identity number"),
        NO_ROW_FOR_MEMBER("成员没有应有的记录", "a member lacks the record that should exist"),
        NO_ROW("没有记录", "there is no record"),
        UNREADABLE_VALUE("记录中的值无法读取", "a value in a record cannot be read"),
        NO_ANSWER("尚未填写", "not answered yet"),
        NO_PARAMETER("该日没有有效的参数值", "no value of the parameter is in force on that day");

        private final Bilingual text;

        Reason(String zh, String en) {
            this.text = new Bilingual(zh, en);
        }

        public Bilingual text() {
            return text;
        }
    }

    static Missing of(Reason reason) {
        return new Missing(reason, "", Optional.empty());
    }

    static Missing inRow(Reason reason, FactRow row) {
        return new Missing(reason, "", Optional.of(row));
    }
}
