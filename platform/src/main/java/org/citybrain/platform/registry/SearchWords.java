package org.citybrain.platform.registry;

/**
 * What a person is searched by: the first that is not blank.
 *
 * @param idNumber 15 or 18 characters
 * @param name whole; traditional signs find simplified ones and the other way round
 * @param phone in any writing
 * @param address whole, in any writing of its numbers
 */
public record SearchWords(String idNumber, String name, String phone, String address) {}
