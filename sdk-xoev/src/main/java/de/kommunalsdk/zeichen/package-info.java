/* SPDX-License-Identifier: EUPL-1.2 */
/** The characters of DIN 91379: which ones may stand in which kind of text, what stands nearest to one that may not, and the search form. It knows texts only, no form and no standard that uses them. */
@NullMarked
package de.kommunalsdk.zeichen;

import org.jspecify.annotations.NullMarked;
