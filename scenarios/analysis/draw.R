# Draws one measure of a result folder: its curve by policy, the difference to the baseline, and, of a run with
# `output: {strata: [area]}`, that of the last policy by province: Rscript draw.R RESULT MEASURE PICTURE [LANGUAGE]
#
# PICTURE is a PDF; LANGUAGE is en or id. Base R is enough. Prints the last month as drawn.
words <- commandArgs(trailingOnly = TRUE)
if (!length(words) %in% 3:4) stop("Rscript draw.R RESULT MEASURE PICTURE [LANGUAGE]", call. = FALSE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
folder <- words[1]; measure <- words[2]; picture <- words[3]
language <- if (length(words) > 3) words[4] else "en"
options(scipen = 9)  # families in whole numbers, not as powers of ten
table_of <- function(name) read.csv(file.path(folder, name), encoding = "UTF-8", check.names = FALSE)

codebook <- table_of("codebook.csv")
row <- codebook[codebook$measure == measure, ]
if (nrow(row) == 0)
  stop(measure, " is not a measure; take one of the first column of ", folder, "/codebook.csv", call. = FALSE)

# Of a sweep the first variant.
rows_of <- function(name, value) {
  rows <- table_of(name)
  rows <- rows[rows$measure == measure & rows$variant == rows$variant[1], ]
  rows$value <- rows[[value]]
  rows
}
curves <- rows_of("curves.csv", "mean")
differences <- rows_of("comparison.csv", "difference")
baseline <- differences$baseline[1]
last <- max(curves$month)
policies <- unique(curves$policy)
colours <- setNames(hcl.colors(length(policies), "Dark 3"), policies)
said <- function(...) cat(sprintf(...), "\n", sep = "")

draw <- function(rows, title) {
  rows <- rows[rows$stratum == "all", ]
  plot(range(rows$month), range(rows$value, rows$lower, rows$upper, na.rm = TRUE), type = "n", main = title,
       xlab = "month (0: before the first)", ylab = row$unit, las = 1, bty = "n")
  for (policy in unique(rows$policy)) {
    one <- rows[rows$policy == policy, ]
    polygon(c(one$month, rev(one$month)), c(one$lower, rev(one$upper)),
            col = adjustcolor(colours[policy], 0.15), border = NA)
    lines(one$month, one$value, col = colours[policy], lwd = 2)
    end <- one[one$month == last, ]
    said("%s, %s, month %d: %.6g %.6g %.6g", title, policy, last, end$value, end$lower, end$upper)
  }
  legend("topleft", unique(rows$policy), col = colours[unique(rows$policy)], lwd = 2, bty = "n")
}

# Percent of the baseline, so that large and small provinces compare; grey where the interval holds zero.
draw_map <- function(policy) {
  tiles <- read.csv(file.path(here, "provinces_as_tiles.csv"))
  tiles$stratum <- paste0("area:", tiles$area)
  change <- differences[differences$month == last & differences$policy == policy, ]
  change <- change[match(tiles$stratum, change$stratum), ]
  base <- curves[curves$month == last & curves$policy == baseline, ]
  percent <- 100 * change$value / base$value[match(tiles$stratum, base$stratum)]
  percent[!is.finite(percent) | !(change$lower > 0 | change$upper < 0) %in% TRUE] <- NA
  most <- max(1e-9, abs(percent), na.rm = TRUE)
  colours <- hcl.colors(101, "Blue-Red 3", rev = TRUE)[51 + round(40 * percent / most)]
  colours[is.na(percent)] <- "#dddddd"
  plot(c(0, 17), c(-6, 1), type = "n", asp = 1, axes = FALSE, xlab = "", ylab = "",
       main = paste0(policy, " against ", baseline, ", percent; grey: zero is possible"))
  rect(tiles$column, -tiles$row, tiles$column + 0.94, -tiles$row + 0.94, col = colours, border = NA)
  short <- sapply(strsplit(tiles$area, " "),
                  function(names) paste(substr(names, 1, if (length(names) > 2) 1 else 3), collapse = ""))
  text(tiles$column + 0.47, -tiles$row + 0.47,
       ifelse(is.na(percent), short, sprintf("%s\n%+.0f", short, percent)), cex = 0.6)
  said("map, %s: %d provinces differ", policy, sum(!is.na(percent)))
}

by_area <- "area:Aceh" %in% differences$stratum
panels <- 1 + (nrow(differences) > 0) + by_area
pdf(picture, width = 6 * panels, height = 4.5)
par(mfrow = c(1, panels))
draw(curves, row[[paste0("label_", language)]])
if (nrow(differences) > 0) draw(differences, paste("difference to", baseline))
if (by_area) draw_map(tail(policies, 1))
invisible(dev.off())
