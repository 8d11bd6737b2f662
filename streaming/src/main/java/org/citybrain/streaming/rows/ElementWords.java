package org.citybrain.streaming.rows;

import org.citybrain.kernel.code.DataElement;
import org.citybrain.kernel.text.Bilingual;

/** Which rule of a data element a value broke, and what follows for that kind of field until it is mended. */
final class ElementWords {
    private ElementWords() {}

    /** @param detail the element's slug and the problem's, such as {@code identity-number/check-digit} */
    static Bilingual message(String detail) {
        Bilingual element =
                DataElement.find(before(detail)).map(ElementWords::name).orElse(new Bilingual("值", "value"));
        Bilingual broken = broken(detail.substring(detail.indexOf('/') + 1));
        return new Bilingual(element.zh() + broken.zh(), "The " + element.en() + broken.en());
    }

    static Bilingual advice(String detail) {
        Bilingual mend = new Bilingual("请核实并在源系统改正", "Verify and mend it at the source");
        Bilingual follows = DataElement.find(before(detail))
                .map(ElementWords::follows)
                .orElse(new Bilingual("该行照常使用", "the row itself is used"));
        return new Bilingual(mend.zh() + "; " + follows.zh(), mend.en() + "; " + follows.en());
    }

    private static String before(String detail) {
        int slash = detail.indexOf('/');
        return slash < 0 ? detail : detail.substring(0, slash);
    }

    private static Bilingual name(DataElement element) {
        return switch (element) {
            case IDENTITY_NUMBER -> new Bilingual("身份证号", "identity number");
            case HOUSEHOLD_NUMBER -> new Bilingual("户号", "household number");
            case CREDIT_CODE -> new Bilingual("统一社会信用代码", "credit code");
            case PHONE -> new Bilingual("电话号码", "phone number");
            case VILLAGE_CODE -> new Bilingual("村居代码", "village code");
            case PERSON_NAME -> new Bilingual("姓名", "name");
            case MONEY_CNY -> new Bilingual("金额", "amount");
        };
    }

    private static Bilingual broken(String problem) {
        return switch (problem) {
            case "length" -> new Bilingual("位数不对", " has a wrong number of characters");
            case "character" -> new Bilingual("含有不允许的字符", " has a character that may not stand there");
            case "date" -> new Bilingual("中的出生日期不存在", " holds a date of birth that does not exist");
            case "check-digit" -> new Bilingual("的校验位不对", " has a wrong check digit");
            case "form" -> new Bilingual("的格式不对", " is not in the form of one");
            case "blank" -> new Bilingual("是空白", " is blank");
            default -> new Bilingual("不符合数据元规则", " breaks the rule of its data element");
        };
    }

    private static Bilingual follows(DataElement element) {
        return switch (element) {
            case IDENTITY_NUMBER -> new Bilingual("改正前该行不关联到人", "until then the row is joined to no person by it");
            case HOUSEHOLD_NUMBER -> new Bilingual("改正前该行不关联到户", "until then the row is joined to no household by it");
            case CREDIT_CODE -> new Bilingual("改正前该行不以此代码关联到企业", "until then the row is joined to no firm by it");
            case PHONE ->
                new Bilingual("该行照常使用, 只是这个电话可能打不通", "the row is used as usual, only this phone may not be reached");
            case VILLAGE_CODE -> new Bilingual("改正前该行不计入任何村居", "until then the row counts for no village");
            case PERSON_NAME ->
                new Bilingual("该行照常使用, 但不能按姓名找到", "the row is used as usual, but cannot be found by name");
            case MONEY_CNY -> new Bilingual("该行照常使用", "the row is used as usual");
        };
    }
}
