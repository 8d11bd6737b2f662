/** Intake's receipts, kept at the department in files that only grow; a refused batch shows in the gateway's health. */
@NullMarked
package org.citybrain.gateway.receipt;

import org.jspecify.annotations.NullMarked;
