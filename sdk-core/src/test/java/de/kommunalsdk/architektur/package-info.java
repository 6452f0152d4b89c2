/* SPDX-License-Identifier: EUPL-1.2 */
/** Rules of the house that the compiler does not keep. */
@NullMarked
package de.kommunalsdk.architektur;

import org.jspecify.annotations.NullMarked;
