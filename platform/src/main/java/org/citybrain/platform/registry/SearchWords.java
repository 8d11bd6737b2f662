package org.citybrain.platform.registry;

import org.citybrain.platform.problem.ShortText;

/**
 * What a person or a firm is searched by: the first that is not blank.
 *
 * @param number identity number of 15 or 18 characters; a firm's credit code or old registration number, in any writing
 * @param name whole, traditional signs find simplified ones and the other way round; of a firm two signs and more of it
 * @param phone in any writing
 * @param address whole, in any writing of its numbers
 */
public record SearchWords(String number, String name, String phone, String address) {
    /** Words of more than {@value ShortText#LONGEST} characters are refused. */
    public SearchWords {
        ShortText.require("号码", "number", number);
        ShortText.require("名称", "name", name);
        ShortText.require("电话", "phone", phone);
        ShortText.require("地址", "address", address);
    }
}
