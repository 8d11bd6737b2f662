package org.citybrain.platform.registry;

/**
 * Why a person's record is read. Without both words nothing is shown.
 *
 * @param purpose what it is for, in the reader's words
 * @param legalBasis the law or mandate
 * @param unmask whether the reader asks for unmasked values
 */
public record ReadReason(String purpose, String legalBasis, boolean unmask) {}
