/* SPDX-License-Identifier: EUPL-1.2 */
/** The streaming reader behind {@link de.kommunalsdk.xdatenfelder.XdfLeser}. Nobody else comes in. */
@NullMarked
package de.kommunalsdk.xdatenfelder.internal;

import org.jspecify.annotations.NullMarked;
