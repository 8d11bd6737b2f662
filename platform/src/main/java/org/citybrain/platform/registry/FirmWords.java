package org.citybrain.platform.registry;

/**
 * What a firm is searched by: the first that is not blank.
 *
 * @param code unified social credit code or old registration number, in any writing
 * @param name whole, or two signs and more of it; former names lead to it too
 */
public record FirmWords(String code, String name, String phone, String address) {}
