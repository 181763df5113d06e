// Where the 38 provinces stand on a map of squares: column, row, and the code of ISO 3166-2:ID.
// Names as in scenarios/data/provinces.csv.

export interface Cell {
  column: number;
  row: number;
  code: string;
}

export const columns = 17;
export const rows = 7;

const cell = (column: number, row: number, code: string): Cell => ({ column, row, code });

export const provinces: { [area: string]: Cell } = {
  Aceh: cell(0, 0, 'AC'),
  'Sumatera Utara': cell(1, 1, 'SU'),
  'Kepulauan Riau': cell(4, 1, 'KR'),
  'Sumatera Barat': cell(1, 2, 'SB'),
  Riau: cell(2, 2, 'RI'),
  Bengkulu: cell(1, 3, 'BE'),
  Jambi: cell(2, 3, 'JA'),
  'Kepulauan Bangka Belitung': cell(4, 3, 'BB'),
  'Sumatera Selatan': cell(2, 4, 'SS'),
  Lampung: cell(3, 4, 'LA'),
  Banten: cell(3, 5, 'BT'),
  'DKI Jakarta': cell(4, 5, 'JK'),
  'Jawa Barat': cell(5, 5, 'JB'),
  'Jawa Tengah': cell(6, 5, 'JT'),
  'DI Yogyakarta': cell(6, 6, 'YO'),
  'Jawa Timur': cell(7, 5, 'JI'),
  Bali: cell(8, 5, 'BA'),
  'Nusa Tenggara Barat': cell(9, 5, 'NB'),
  'Nusa Tenggara Timur': cell(10, 5, 'NT'),
  'Kalimantan Barat': cell(5, 2, 'KB'),
  'Kalimantan Tengah': cell(6, 3, 'KT'),
  'Kalimantan Selatan': cell(7, 3, 'KS'),
  'Kalimantan Timur': cell(7, 2, 'KI'),
  'Kalimantan Utara': cell(7, 1, 'KU'),
  'Sulawesi Barat': cell(9, 3, 'SR'),
  'Sulawesi Tengah': cell(10, 2, 'ST'),
  Gorontalo: cell(10, 1, 'GO'),
  'Sulawesi Utara': cell(11, 1, 'SA'),
  'Sulawesi Tenggara': cell(10, 3, 'SG'),
  'Sulawesi Selatan': cell(9, 4, 'SN'),
  'Maluku Utara': cell(12, 1, 'MU'),
  Maluku: cell(12, 3, 'MA'),
  'Papua Barat Daya': cell(13, 2, 'PD'),
  'Papua Barat': cell(14, 2, 'PB'),
  Papua: cell(16, 2, 'PA'),
  'Papua Tengah': cell(15, 3, 'PT'),
  'Papua Pegunungan': cell(16, 3, 'PE'),
  'Papua Selatan': cell(16, 4, 'PS'),
};
