/* SPDX-License-Identifier: EUPL-1.2 */
/** Reading, binding and evaluating rules. Nobody else's business. */
@NullMarked
package de.kommunalsdk.xdatenfelder.regel.internal;

import org.jspecify.annotations.NullMarked;
