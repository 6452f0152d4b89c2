/* SPDX-License-Identifier: EUPL-1.2 */
/** Table, scan and suggestions behind {@code Din91379}. Nobody else comes in. */
@NullMarked
package de.kommunalsdk.zeichen.internal;

import org.jspecify.annotations.NullMarked;
