/** Room subscription's inner parts: stores, the worker, receipts, sources. */
@NullMarked
package org.citybrain.platform.subscription.internal;

import org.jspecify.annotations.NullMarked;
