/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Checks keys of the administration as texts: DVDV key, ARS, AGS, Leistungsschluessel. The keys of a Mandant and of a
 * Dienst are values of sdk-core; here is what standards add, and findings in place of exceptions.
 */
@NullMarked
package de.kommunalsdk.schluessel;

import org.jspecify.annotations.NullMarked;
