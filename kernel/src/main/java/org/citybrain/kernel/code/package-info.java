/**
 * Numbers with check digits and the standardisers that go with them: resident ids (GB 11643), credit codes (GB 32100), village codes, opaque ids.
 */
@NullMarked
package org.citybrain.kernel.code;

import org.jspecify.annotations.NullMarked;
